import type pg from "pg";

import { NO_CONTEXT } from "#app/domain/signal/score-order.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { exactFlags, findScoredFlags, type ExactFlag } from "../flag/find-scored-flags.server.ts";
import { listedForOrders, type ListedFor } from "../directory/listed-for-orders.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { linkPeople } from "./link-people.server.ts";
import { apartPeople } from "./apart-people.server.ts";
import { dropAhead, encodeAhead } from "./encode-ahead.server.ts";
import { holdIndex, lockIndex, openIndex, type OpenIndex } from "./open-index.server.ts";
import { readWaiting, type WaitingOrder } from "./read-waiting.server.ts";
import { saveIndex } from "./save-index.server.ts";
import { scoreCases, type Case } from "./score-cases.server.ts";
import { splitClusters } from "./split-clusters.server.ts";
import { settleCases } from "./settle-cases.server.ts";

/** Orders in one transaction. */
const BATCH = 1_000;
/** While so many webhooks wait to be taken in, these go first: a batch is put off, and no longer than this. */
const BUSY = 500;
const PUT_OFF_MS = 10_000;
const LOOK_EVERY_MS = 250;
/** People whose flags and links changed are brought into cases when they are so many, and at the end. */
const SETTLED_AT_ONCE = 500;

/**
 * Scores a shop's orders that wait for it, those placed first first: who they may be from, what looks wrong. A batch and
 * everything it changes are one transaction: killed anywhere, it is done again and comes to the same.
 * @returns how many orders had their turn.
 */
export async function scoreOrders(deps: Deps, { shopId }: { shopId: number }): Promise<number> {
  let total = 0;
  let people = new Set<string>();
  for (;;) {
    await giveWay(deps, shopId);
    const batch = await inTransaction(deps.database.pool, (client) =>
      scoreBatch(deps, client, shopId),
    );
    holdIndex(deps.database.pool, shopId, batch.open);
    // It asks for a connection of its own: not before this one is given back.
    await batch.ahead;
    total += batch.taken;
    people = new Set([...people, ...batch.people]);
    const isLast = batch.taken < BATCH;
    if (isLast || people.size > SETTLED_AT_ONCE) {
      await settleCases(deps, shopId, people);
      people = new Set();
    }
    if (!isLast) continue;
    dropAhead(deps.database.pool, shopId);
    return total;
  }
}

/** Lets intake go first. */
async function giveWay(deps: Deps, shopId: number): Promise<void> {
  for (let waited = 0; waited < PUT_OFF_MS; waited += LOOK_EVERY_MS) {
    const { rowCount } = await deps.database.pool.query(WAITING, [shopId, BUSY]);
    if ((rowCount ?? 0) < BUSY) return;
    await deps.sleep(LOOK_EVERY_MS);
  }
}

const WAITING = "SELECT FROM inbox_message WHERE shop_id = $1 AND state = 'new' LIMIT $2";

/** `people`: who was flagged, or linked to somebody. `ahead`: when the next orders are encoded. */
type Batch = { taken: number; open: OpenIndex; people: Set<string>; ahead?: Promise<void> };

async function scoreBatch(deps: Deps, client: pg.PoolClient, shopId: number): Promise<Batch> {
  await lockIndex(client, shopId);
  const apart = await apartPeople(client, shopId);
  const opening = () => openIndex(deps.database.pool, client, shopId, apart);
  let open = await opening();
  const split = await splitClusters(client, shopId, open.index, apart);
  if (split) open = await opening();
  const { orders, unreadable } = await readWaiting(deps, client, await shopOf(deps, shopId), BATCH);
  if (unreadable.length > 0) await client.query(FORGET, [shopId, unreadable]);
  const taken = orders.length + unreadable.length;
  if (orders.length === 0) return { taken, open, people: new Set(split) };
  // Goes on while this batch is scored and saved. Should that fail, nobody waits for it.
  const ahead = taken === BATCH ? encodeAhead(deps, shopId, BATCH) : Promise.resolve();
  ahead.catch(() => undefined);
  const ids = orders.map(({ order }) => order.id);
  const exact = await exactFlags(client, shopId, ids);
  const listed = await listedForOrders(client, shopId, ids);
  const scored = await scoreCases(client, shopId, open.index, casesOf(orders, exact, listed));
  const now = deps.now();
  const saved = await saveIndex(client, shopId, open, { scored, now });
  const linked = await linkPeople(client, shopId, scored, now);
  const judged = scored.map(({ order, use, verdict }) => ({
    ...{
      orderId: order.id,
      codeKey: order.codes[0]?.key ?? "",
      use,
      verdict,
      listed: listed.get(order.id),
    },
  }));
  const context = { exact, now, newId: deps.newId };
  const flagged = await findScoredFlags(client, shopId, judged, context);
  const people = new Set([...(split ?? []), ...linked, ...flagged]);
  return { taken, open: saved, people, ahead };
}

function casesOf(
  orders: readonly WaitingOrder[],
  exact: ReadonlyMap<string, ExactFlag>,
  listed: ReadonlyMap<string, ListedFor>,
): Case[] {
  return orders.map((each) => {
    const { use, order } = each;
    const flag = exact.get(order.id)?.evidence;
    const overshoot = flag ? { uses: flag.orders.length, limit: flag.limit } : null;
    const limit = use && {
      perCustomer: use.limit.perCustomer,
      perHousehold: null,
      newCustomersOnly: false,
    };
    const lists = listed.get(order.id) ?? null;
    // What was not issued to somebody may not be used by them at all.
    const inAudience = flag?.limit === 0 ? false : null;
    return { ...each, context: { ...NO_CONTEXT, ...lists, limit, overshoot, inAudience } };
  });
}

const FORGET =
  "DELETE FROM identity_order WHERE shop_id = $1 AND order_id = ANY ($2::bigint[]) AND sequence IS NULL";
