import type pg from "pg";

import type { BacktestResult, Outcome, Variant } from "#app/domain/backtest/backtest.ts";
import { judgeRing } from "#app/domain/backtest/judge-ring.ts";
import type { Ring, RingSetting } from "#app/domain/backtest/ring.ts";
import { addRing, discountOf, emptyTally, resultOf, scoreOf } from "#app/domain/backtest/tally.ts";
import { shippedScore } from "#app/domain/calibration/scale.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { scaleInForce } from "../calibration/scale-in-force.server.ts";
import { pastRings } from "./past-rings.server.ts";
import { readRings, readSetting } from "./ring-facts.server.ts";

/** An order that one of the two ways would not simply have let pass. */
export type JudgedOrder = {
  orderId: string;
  first: Outcome;
  second: Outcome;
  score: number | null;
  discountMinor: number;
  placedAt: string;
};

export type Listener = {
  /** Told after each so many rings; answers whether to go on. */
  onProgress: (done: number, total: number) => Promise<boolean>;
  onOrders: (orders: readonly JudgedOrder[]) => Promise<void>;
};

const RINGS_AT_ONCE = 500;

/** The two differ by rounding at most; what is not flagged after all is sorted out order by order. */
const ROUNDING = 1e-9;

/**
 * Judges all the shop's past orders in two ways, as of one moment; nothing is changed.
 * @returns null when `onProgress` said to stop
 */
export function judgePast(
  deps: Deps,
  shop: Pick<Shop, "id" | "currency">,
  { first, second }: { first: Variant; second: Variant },
  listener: Listener,
): Promise<BacktestResult | null> {
  return inTransaction(deps.database.pool, async (client) => {
    await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    const { knots } = await scaleInForce(client, shop.id);
    const from = shippedScore(knots, Math.min(first.flagFrom, second.flagFrom)) - ROUNDING;
    const people = await pastRings(client, shop.id, Math.min(from, 2));
    const setting = await readSetting(client, shop.id);
    const tallies = { first: emptyTally(), second: emptyTally() };
    let [orders, changed] = [0, 0];
    if (!(await listener.onProgress(0, people.length))) return null;
    for (let at = 0; at < people.length; at += RINGS_AT_ONCE) {
      const some = people.slice(at, at + RINGS_AT_ONCE);
      for (const ring of await readRings(client, shop.id, some, knots)) {
        const judged = judgeBoth(ring, { first, second }, setting, tallies);
        orders += ring.orders.length;
        changed += judged.filter((each) => each.first !== each.second).length;
        await listener.onOrders(judged);
      }
      if (!(await listener.onProgress(at + some.length, people.length))) return null;
    }
    return {
      ...{ currency: shop.currency, ...(await readSpan(client, shop.id)), orders, changed },
      people: people.flat().length,
      first: resultOf(tallies.first),
      second: resultOf(tallies.second),
    };
  });
}

function judgeBoth(
  ring: Ring,
  ways: { first: Variant; second: Variant },
  setting: RingSetting,
  tallies: Record<"first" | "second", ReturnType<typeof emptyTally>>,
): JudgedOrder[] {
  const [first, second] = [
    judgeRing(ring, ways.first, setting),
    judgeRing(ring, ways.second, setting),
  ];
  addRing(tallies.first, ring, first);
  addRing(tallies.second, ring, second);
  const judged = ring.orders.map((order) => ({
    ...{ orderId: order.orderId, placedAt: order.placedAt, score: scoreOf(order) },
    first: first.outcomes.get(order.orderId) ?? "passes",
    second: second.outcomes.get(order.orderId) ?? "passes",
    discountMinor: discountOf(order),
  }));
  return judged.filter((each) => each.first !== "passes" || each.second !== "passes");
}

async function readSpan(
  client: pg.PoolClient,
  shopId: number,
): Promise<Pick<BacktestResult, "from" | "to" | "days">> {
  const { rows } = await client.query<Pick<BacktestResult, "from" | "to" | "days">>(SPAN, [shopId]);
  return rows[0] ?? { from: null, to: null, days: 0 };
}

const SPAN = `
  SELECT to_char(first, 'YYYY-MM-DD') AS from, to_char(last, 'YYYY-MM-DD') AS to,
    COALESCE(last - first + 1, 0) AS days
  FROM (
    SELECT min((placed_at AT TIME ZONE (SELECT time_zone FROM shop WHERE id = $1))::date) AS first,
      max((placed_at AT TIME ZONE (SELECT time_zone FROM shop WHERE id = $1))::date) AS last
    FROM shop_order WHERE shop_id = $1 AND NOT test
  ) span`;
