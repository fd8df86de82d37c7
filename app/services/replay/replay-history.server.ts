import type pg from "pg";

import { caseLoad, type FlaggedUse } from "#app/domain/replay/case-load.ts";
import {
  TRIED_SIDES,
  type HistoryResult,
  type TriedLimits,
  type TriedSide,
} from "#app/domain/replay/history.ts";
import {
  addChanged,
  emptyTried,
  isChanged,
  newlyRefused,
  triedResult,
  type JudgedUse,
  type Over,
  type PricedUse,
} from "#app/domain/replay/tally-history.ts";
import { DAY_MS } from "#app/domain/shared/days.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { goodChances } from "../backtest/good-chances.server.ts";
import { scaleInForce } from "../calibration/scale-in-force.server.ts";
import { flaggedRings } from "./flagged-rings.server.ts";
import { judgeUses } from "./judge-uses.server.ts";
import { priceUses } from "./price-uses.server.ts";
import { inScratchSchema } from "./scratch-schema.server.ts";

type Asked = { campaignId: string; limits: TriedLimits };

export type HistoryListener = {
  /** Told after each so many people; answers whether to go on. */
  onProgress: (done: number, total: number) => Promise<boolean>;
  /** The uses that one of the ways makes something else of. */
  onUses: (uses: readonly PricedUse[]) => Promise<void>;
};

const PEOPLE_AT_ONCE = 1_000;

/**
 * What other limits of a campaign would have done with all the orders a shop knows of: judged person by person by what
 * judges them live, over the shop's own rows and a changed copy of its campaigns. Nothing of the shop's is changed.
 * @returns null when `onProgress` said to stop
 */
export function replayHistory(
  deps: Deps,
  shop: Pick<Shop, "id" | "currency">,
  { campaignId, limits }: Asked,
  { onProgress, onUses }: HistoryListener,
): Promise<HistoryResult | null> {
  return inScratchSchema(deps, shop.id, { copied: ["campaign"] }, async (client) => {
    const { knots } = await scaleInForce(client, shop.id);
    const people = await peopleOf(client, shop.id, campaignId);
    const counts = { people: 0, uses: 0, overNow: 0 };
    const flagged: FlaggedUse[] = [];
    const days = new Set<string>();
    const tallies = { first: emptyTried(), second: emptyTried() };
    if (!(await onProgress(0, people.length))) return null;
    for (let at = 0; at < people.length; at += PEOPLE_AT_ONCE) {
      const some = people.slice(at, at + PEOPLE_AT_ONCE);
      const uses = await judgeUses(client, { shopId: shop.id, campaignId, limits }, some);
      const own = uses.filter((use) => use.campaignId === campaignId);
      const count = (of: (use: JudgedUse) => boolean | null) => own.filter(of).length;
      counts.people += new Set(own.map(({ personId }) => personId)).size;
      counts.uses += own.length;
      counts.overNow += count(({ over }) => over.now);
      for (const use of own) {
        days.add(use.day);
        if (isFlagged(use)) flagged.push(use);
      }
      const changed = await priceUses(client, shop.id, uses.filter(isChanged));
      const hurt = {
        first: newlyRefused(uses, "first", campaignId),
        second: newlyRefused(uses, "second", campaignId),
      };
      const either = [...new Set([...hurt.first, ...hurt.second])];
      const chances = await goodChances(client, shop.id, either, knots);
      for (const side of TRIED_SIDES) {
        const tally = tallies[side];
        tally.over += count(({ over }) => over[side]);
        addChanged(tally, changed, side);
        tally.hurt.push(...[...hurt[side]].flatMap((root) => chances.get(root) ?? []));
      }
      await onUses(changed);
      if (!(await onProgress(at + some.length, people.length))) return null;
    }
    const rings = await flaggedRings(client, shop.id, flagged);
    const load = (side: keyof Over) => caseLoad(rings, (use) => use.flagged[side]);
    const resultOf = (side: TriedSide) => triedResult(tallies[side], load(side));
    return {
      ...{ currency: shop.currency, ...counts, loadNow: load("now"), days: daysOver(days) },
      ...{ first: resultOf("first"), second: limits.second && resultOf("second") },
      ofNobody: await ordersOfNobody(client, shop.id, campaignId),
    };
  });
}

function isFlagged({ flagged: { now, first, second } }: JudgedUse): boolean {
  return now || first || second === true;
}

/** From the first of these days to the last. */
function daysOver(days: ReadonlySet<string>): number {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first && last ? (Date.parse(last) - Date.parse(first)) / DAY_MS + 1 : 0;
}

const USED = `
  FROM ledger_entry l JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id
  LEFT JOIN person p ON p.shop_id = o.shop_id AND p.id = o.person_id
  WHERE l.shop_id = $1 AND l.campaign_id = $2 AND l.redemptions > 0`;

/** Who has used the campaign, by their roots. */
async function peopleOf(
  client: pg.PoolClient,
  shopId: number,
  campaignId: string,
): Promise<string[]> {
  const { rows } = await client.query<{ root: string }>(PEOPLE, [shopId, campaignId]);
  return rows.map(({ root }) => root);
}

const PEOPLE = `
  SELECT DISTINCT COALESCE(p.root_id, p.id)::text AS root ${USED} AND p.id IS NOT NULL ORDER BY 1`;

async function ordersOfNobody(
  client: pg.PoolClient,
  shopId: number,
  campaignId: string,
): Promise<number> {
  const text = `SELECT count(DISTINCT o.id)::int AS orders ${USED} AND p.id IS NULL`;
  const { rows } = await client.query<{ orders: number }>(text, [shopId, campaignId]);
  return rows[0]?.orders ?? 0;
}
