import type pg from "pg";

import { inTransaction } from "#app/infra/db/database.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { completeBatch } from "./complete-batch.server.ts";
import { decidedPeople } from "./decided-people.server.ts";
import { NOTHING_EARLY, type EarlyEncodings } from "./encode-early.server.ts";
import {
  holdIndex,
  isIndexAwaited,
  lockIndexToScore,
  openIndex,
  type OpenIndex,
} from "./open-index.server.ts";
import { FIRST_PLACE, readWaiting, type Place } from "./read-waiting.server.ts";
import { saveBatch } from "./save-batch.server.ts";
import { saveRecounted } from "./save-index.server.ts";
import { loadAhead, scoreCases } from "./score-cases.server.ts";
import { splitClusters } from "./split-clusters.server.ts";

/** Orders scored at once. */
const BATCH = 500;
/** Of the first of a transaction, so that scoring begins soon. */
const FIRST_BATCH = 100;
/**
 * So often in one transaction: while a batch is scored, the next is loaded, the one after that is encoded, and the one
 * before is saved. At its beginning and its end one waits for the other. It ends earlier when somebody waits for the index.
 */
const BATCHES = 20;

/** `before`: only what was placed before that instant. `most`: orders at once. `early`: what is encoded of them. */
type How = { before: Date | null; most?: number; early?: EarlyEncodings };

/** `taken`: orders that had their turn. `people`: who was flagged, or linked to somebody. */
type Scored = { taken: number; isLast: boolean; people: Set<string> };

/** Scores some batches of a shop's orders that wait, in one transaction. */
export async function scoreBatches(deps: Deps, shopId: number, how: How): Promise<Scored> {
  const { pool } = deps.database;
  const shop = await shopOf(deps, shopId);
  const { open, scored } = await inTransaction(pool, async (client) => {
    const opened = await openShop(deps, client, shopId);
    const scoreOver = (reader: pg.PoolClient, ahead: pg.PoolClient) =>
      scoreInTurn(deps, { client, reader, ahead }, shop, { ...how, ...opened });
    // Clusters that were cut a moment ago are seen by nobody else yet.
    if (opened.split) return scoreOver(client, client);
    return withConnection(pool, (reader) =>
      withConnection(pool, (ahead) => scoreOver(reader, ahead)),
    );
  });
  holdIndex(pool, shopId, open);
  return scored;
}

/** `split`: people whose clusters were cut just now; null: nobody's. */
type Opened = { open: OpenIndex; split: string[] | null };

async function openShop(deps: Deps, client: pg.PoolClient, shopId: number): Promise<Opened> {
  await lockIndexToScore(client, shopId);
  const decided = await decidedPeople(client, shopId);
  const opening = () => openIndex(deps.database.pool, client, shopId, decided.people);
  const open = await opening();
  const split = await splitClusters(client, shopId, open.index, decided);
  return { open: split ? await opening() : open, split };
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

/**
 * What is in memory of the index is ahead of what is saved of it, and what is not in memory was not changed: so a batch may
 * be scored before the one before it is in the database.
 */
async function scoreInTurn(
  deps: Deps,
  { client, reader, ahead }: Connections,
  shop: Shop,
  { open, split, before, most = BATCH, early = NOTHING_EARLY }: How & Opened,
): Promise<{ open: OpenIndex; scored: Scored }> {
  const shopId = shop.id;
  const done: Scored = { taken: 0, isLast: false, people: new Set(split) };
  let left = split ? 1 : BATCHES;
  let saving = Promise.resolve(open);
  const readFrom = (after: Place, atMost = most) =>
    quiet(readWaiting(ahead, shop, { most: atMost, after, before, early }));
  let coming = readFrom(FIRST_PLACE, Math.min(most, FIRST_BATCH));
  const readNext = async () => {
    const waiting = await coming;
    // Those after them are encoded while it is loaded what these are compared with.
    if (left > 1 && !waiting.isLast) await (coming = readFrom(waiting.last));
    const read = await completeBatch(ahead, shopId, waiting);
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
      // While these are scored, the next are read and those before are saved. While the last are, what was left for the end is
      // written: what they change of it is noted anew, and written after them.
      if (left > 0) reading = quiet(readNext());
      else saving = quiet(writeRest(client, shopId, saving));
      const scored = await scoreCases(reader, shopId, open.index, read.cases);
      const saved = await saving;
      saving = quiet(
        saveBatch(deps, client, shopId, { before: saved, scored, read, people: done.people }),
      );
    }
    return { open: await writeRest(client, shopId, saving), scored: done };
  } finally {
    // Nothing of it may come after the transaction.
    await Promise.allSettled([saving, reading, coming]);
  }
}

/** Writes what batches left for the end, once the last of them is saved. */
async function writeRest(
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
