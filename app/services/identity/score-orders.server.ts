import type pg from "pg";

import { NO_CONTEXT, type OrderContext } from "#app/domain/signal/score-order.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import {
  exactFlags,
  exactOf,
  findScoredFlags,
  type ExactFlags,
} from "../flag/find-scored-flags.server.ts";
import { judgedUses } from "../flag/judged-uses.server.ts";
import { listedForOrders, type ListedFor } from "../directory/listed-for-orders.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { linkPeople, linkRings } from "./link-people.server.ts";
import { decidedPeople } from "./decided-people.server.ts";
import { aftermathOf, cameOfUse, NOTHING_CAME, type Aftermath } from "./aftermath.server.ts";
import { NOTHING_EARLY, type EarlyEncodings } from "./encode-early.server.ts";
import {
  holdIndex,
  isIndexAwaited,
  lockIndexToScore,
  openIndex,
  type OpenIndex,
} from "./open-index.server.ts";
import type { LimitedUse } from "./limited-uses.server.ts";
import {
  FIRST_PLACE,
  readWaiting,
  type Place,
  type Waiting,
  type WaitingOrder,
} from "./read-waiting.server.ts";
import { rejudgeOrders } from "./rejudge-orders.server.ts";
import { saveIndex, saveRecounted } from "./save-index.server.ts";
import { loadAhead, scoreCases, type Case, type ScoredCase } from "./score-cases.server.ts";
import { splitClusters } from "./split-clusters.server.ts";
import { watchLeaks } from "./watch-leaks.server.ts";
import { settleCases } from "./settle-cases.server.ts";

/** Orders scored at once. */
const BATCH = 500;
/** Of the first of a transaction, so that scoring begins soon. */
const FIRST_BATCH = 100;
/**
 * So often in one transaction: while a batch is scored, the next is loaded, the one after that is encoded, and the one
 * before is saved. At its beginning and its end one waits for the other. It ends earlier when somebody waits for the index.
 */
const BATCHES = 20;
/** While so many webhooks wait to be taken in, these go first: a batch is put off, and no longer than this. */
const BUSY = 500;
const PUT_OFF_MS = 10_000;
const LOOK_EVERY_MS = 250;
/** People whose flags and links changed are brought into cases when they are so many, and at the end. */
const SETTLED_AT_ONCE = 500;

/**
 * Scores a shop's orders that wait for it, those placed first first: who they may be from, what looks wrong. Some batches
 * and everything they change are one transaction: killed anywhere, it is done again and comes to the same.
 * @param most orders at once
 * @param early what is encoded of them
 * @returns how many orders had their turn
 */
export async function scoreOrders(
  deps: Deps,
  { shopId, ...how }: { shopId: number; most?: number; early?: EarlyEncodings },
): Promise<number> {
  let total = 0;
  let people = new Set<string>();
  for (;;) {
    await giveWay(deps, shopId);
    const scored = await scoreSome(deps, shopId, { ...how, before: null });
    total += scored.taken;
    const again = scored.isLast ? await rejudgeOrders(deps, shopId) : [];
    people = new Set([...people, ...scored.people, ...again]);
    if (scored.isLast || people.size > SETTLED_AT_ONCE) {
      await settleCases(deps, shopId, people);
      people = new Set();
    }
    if (scored.isLast) return total;
  }
}

/**
 * Scores those that were placed before an instant, beside the intake of those that were placed after it: for who takes a
 * past in, in the order it happened. What is to be done once all are known is left to `scoreOrders`: to weigh those anew
 * of which something came since, and to bring flags into cases.
 */
export async function scorePlacedBefore(
  deps: Deps,
  { shopId, ...how }: { shopId: number; before: Date; most: number; early: EarlyEncodings },
): Promise<void> {
  for (;;) {
    const { isLast } = await scoreSome(deps, shopId, how);
    if (isLast) return;
  }
}

type How = { before: Date | null; most?: number; early?: EarlyEncodings };

async function scoreSome(deps: Deps, shopId: number, how: How): Promise<Scored> {
  const { pool } = deps.database;
  const scored = await withConnection(pool, (ahead) =>
    withConnection(pool, (reader) =>
      inTransaction(pool, (client) => scoreBatches(deps, { client, reader, ahead }, shopId, how)),
    ),
  );
  holdIndex(pool, shopId, scored.open);
  return scored;
}

async function withConnection<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/**
 * `client` saves, in its transaction; `reader` reads what an order lacks that is being scored, `ahead` those that come next:
 * none of it waits for another.
 */
type Connections = { client: pg.PoolClient; reader: pg.PoolClient; ahead: pg.PoolClient };

/** Lets intake go first. */
async function giveWay(deps: Deps, shopId: number): Promise<void> {
  for (let waited = 0; waited < PUT_OFF_MS; waited += LOOK_EVERY_MS) {
    const { rowCount } = await deps.database.pool.query(WAITING, [shopId, BUSY]);
    if ((rowCount ?? 0) < BUSY) return;
    await deps.sleep(LOOK_EVERY_MS);
  }
}

const WAITING = "SELECT FROM inbox_message WHERE shop_id = $1 AND state = 'new' LIMIT $2";

/** `people`: who was flagged, or linked to somebody. */
type Scored = {
  taken: number;
  isLast: boolean;
  open: OpenIndex;
  people: Set<string>;
};

/**
 * What is in memory of the index is ahead of what is saved of it, and what is not in memory was not changed: so a batch may
 * be scored before the one before it is in the database.
 */
async function scoreBatches(
  deps: Deps,
  { client, ...others }: Connections,
  shopId: number,
  { before, most = BATCH, early = NOTHING_EARLY }: How,
): Promise<Scored> {
  const { open, split } = await openShop(deps, client, shopId);
  // Clusters that were cut a moment ago are seen by nobody else yet.
  const { reader, ahead } = split ? { reader: client, ahead: client } : others;
  let left = split ? 1 : BATCHES;
  const shop = await shopOf(deps, shopId);
  const done: Scored = { taken: 0, isLast: false, open, people: new Set(split) };
  let saving = Promise.resolve(open);
  const readFrom = (after: Place, atMost = most) =>
    quiet(readWaiting(ahead, shop, { most: atMost, after, before, early }));
  let coming = readFrom(FIRST_PLACE, Math.min(most, FIRST_BATCH));
  const readNext = async () => {
    const waiting = await coming;
    // Those after them are encoded while it is loaded what these are compared with.
    if (left > 1 && !waiting.isLast) await (coming = readFrom(waiting.last));
    const read = await completed(ahead, shopId, waiting);
    await loadAhead(ahead, shopId, open.index, read.cases);
    return read;
  };
  let reading = readNext();
  try {
    while (left > 0) {
      const read = await reading;
      done.taken += read.count;
      done.isLast = read.isLast;
      left = done.isLast || (await isIndexAwaited(reader, shopId)) ? 0 : left - 1;
      // While these are scored, the next are read and those before are saved; all of those that is left, if none are next.
      if (left > 0) reading = quiet(readNext());
      else saving = quiet(recounted(client, shopId, saving));
      const scored = await scoreCases(reader, shopId, open.index, read.cases);
      const before = await saving;
      saving = quiet(save(deps, client, shopId, { before, scored, read, people: done.people }));
    }
    return { ...done, open: await recounted(client, shopId, saving) };
  } finally {
    // Nothing of it may come after the transaction.
    await Promise.allSettled([saving, reading, coming]);
  }
}

/** What a batch leaves to be written at the end is written once that batch is. */
async function recounted(
  client: pg.PoolClient,
  shopId: number,
  saving: Promise<OpenIndex>,
): Promise<OpenIndex> {
  const saved = await saving;
  await saveRecounted(client, shopId, saved.index);
  return saved;
}

/** Should it fail, that is told to whoever waits for it, and to nobody before. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

async function openShop(
  deps: Deps,
  client: pg.PoolClient,
  shopId: number,
): Promise<{ open: OpenIndex; split: string[] | null }> {
  await lockIndexToScore(client, shopId);
  const decided = await decidedPeople(client, shopId);
  const opening = () => openIndex(deps.database.pool, client, shopId, decided.people);
  const open = await opening();
  const split = await splitClusters(client, shopId, open.index, decided);
  return { open: split ? await opening() : open, split };
}

type ReadBatch = Pick<Waiting, "count" | "isLast"> & {
  unreadable: string[];
  cases: Case[];
  exact: ExactFlags;
  listed: ReadonlyMap<string, ListedFor>;
};

/** Orders whose turn it is, with all that is known of them from elsewhere. */
async function completed(
  reader: pg.PoolClient,
  shopId: number,
  { count, isLast, encoded }: Waiting,
): Promise<ReadBatch> {
  const { orders, unreadable } = await encoded;
  const ids = orders.map(({ order }) => order.id);
  const exact = await exactFlags(reader, shopId, ids);
  const listed = await listedForOrders(reader, shopId, ids);
  const came = await aftermathOf(reader, shopId, ids);
  const cases = casesOf(orders, { exact, listed, came });
  return { count, isLast, unreadable, exact, listed, cases };
}

type Saved = { before: OpenIndex; scored: ScoredCase[]; read: ReadBatch; people: Set<string> };

/** Writes what came of a batch, and adds whom it concerns to `people`. @returns the index as it then is. */
async function save(
  deps: Deps,
  client: pg.PoolClient,
  shopId: number,
  { before, scored, read: { unreadable, exact, listed }, people }: Saved,
): Promise<OpenIndex> {
  const now = deps.now();
  const saved =
    scored.length > 0 ? await saveIndex(client, shopId, before, { scored, now }) : before;
  if (unreadable.length > 0) await client.query(FORGET, [shopId, unreadable]);
  if (scored.length === 0) return saved;
  const linked = await linkPeople(client, shopId, scored, now);
  const judged = scored.flatMap(({ order, verdict, further, ...uses }) =>
    judgedUses(order, uses, [verdict, ...further.map((use) => use.verdict)], {
      ...{ exact, listed: listed.get(order.id) },
    }),
  );
  const context = { now, newId: deps.newId };
  const flagged = await findScoredFlags(client, shopId, judged, context);
  const ringed = await linkRings(client, shopId, judged, now);
  await watchLeaks(
    client,
    shopId,
    scored.map(({ order }) => order.id),
  );
  for (const id of [...linked, ...flagged, ...ringed]) people.add(id);
  return saved;
}

function casesOf(
  orders: readonly WaitingOrder[],
  known: {
    exact: ExactFlags;
    listed: ReadonlyMap<string, ListedFor>;
    came: ReadonlyMap<string, Aftermath>;
  },
): Case[] {
  return orders.map((each) => {
    const { order } = each;
    const lists = known.listed.get(order.id) ?? null;
    const came = known.came.get(order.id) ?? NOTHING_CAME;
    const contextOf = (use: LimitedUse | null): OrderContext => {
      const exact = exactOf(known.exact, order.id, use, each);
      return {
        ...{ ...NO_CONTEXT, ...lists },
        ...{ limit: limitOf(use), ...cameOfUse(exact, came) },
      };
    };
    const furtherContexts = each.furtherUses.map(contextOf);
    return { ...each, context: contextOf(each.use), furtherContexts };
  });
}

function limitOf(use: LimitedUse | null): OrderContext["limit"] {
  if (!use) return null;
  return { perCustomer: use.limit.perCustomer, perHousehold: null, newCustomersOnly: false };
}

const FORGET =
  "DELETE FROM identity_order WHERE shop_id = $1 AND order_id = ANY ($2::bigint[]) AND sequence IS NULL";
