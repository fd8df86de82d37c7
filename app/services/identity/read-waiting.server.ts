import type pg from "pg";

import type { EncodedOrder } from "#app/domain/identity/encode/encoded-order.ts";
import type { JudgedOrder } from "#app/domain/signal/signal.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { passAhead, takeAhead, type Place } from "./encode-ahead.server.ts";
import { encodeBodies } from "./encode-bodies.server.ts";
import type { EncodedBody } from "./encode-body.server.ts";
import {
  limitedUses,
  pairUses,
  scopesOf,
  type LimitedUse,
  type PairedUses,
} from "./limited-uses.server.ts";
import { encodedOf, STORED, type StoredOrder } from "./stored-order.server.ts";

/** An order whose turn it is, encoded, with its uses of what is limited. */
export type WaitingOrder = { order: JudgedOrder; encoded: EncodedOrder } & PairedUses;

export type Waiting = {
  orders: WaitingOrder[];
  /** Those of which nothing is left to compare: their bodies were erased, or cannot be read. */
  unreadable: string[];
  /** Where the next ones come after. */
  last: Place;
};

/** The orders that wait to be scored, those placed first first, of those after another (`after`). */
export async function readWaiting(
  { database: { pool } }: Deps,
  client: pg.PoolClient,
  shop: Shop,
  { most, after }: { most: number; after: Place },
): Promise<Waiting> {
  const { rows } = await client.query<Row>(WAITING, [shop.id, most, after.at, after.id]);
  const ids = rows.map(({ id }) => id);
  const uses = await limitedUses(client, shop.id, ids);
  const told = await readTold(pool, client, shop, rows, uses);
  const read = rows.map((row) => {
    const found = told.get(row.id) ?? encodedBefore(row);
    return found && { ...found, ...pairUses(found.encoded, uses.get(row.id) ?? []) };
  });
  return {
    orders: read.filter((order) => order !== null),
    unreadable: ids.filter((_, at) => read[at] === null),
    last: rows.at(-1) ?? after,
  };
}

/** `messageId`: of the webhook that tells it, while there is its body. */
type Row = Omit<StoredOrder, "words" | "keys"> & {
  words: Buffer | null;
  keys: Buffer | null;
  facts: Omit<JudgedOrder, "id"> | null;
  messageId: string | null;
};

/** What webhooks tell of these orders, encoded ahead or now. */
async function readTold(
  pool: pg.Pool,
  client: pg.PoolClient,
  shop: Shop,
  rows: readonly Row[],
  uses: ReadonlyMap<string, readonly LimitedUse[]>,
): Promise<Map<string, EncodedBody | null>> {
  const told = new Map<string, EncodedBody | null>();
  const left = new Map<string, { id: string; scopes: string[] }>();
  for (const { id, messageId } of rows) {
    if (messageId === null) continue;
    const scopes = scopesOf(uses.get(id));
    const ahead = takeAhead(pool, shop.id, { id, messageId, scopes });
    if (ahead === undefined) left.set(messageId, { id, scopes });
    else told.set(id, ahead);
  }
  const last = rows.at(-1);
  if (last) passAhead(pool, shop.id, last);
  if (left.size === 0) return told;
  const { rows: bodies } = await client.query<{ messageId: string; body: Buffer }>(BODIES, [
    ...[shop.id, [...left.keys()]],
  ]);
  const orders = bodies.map(({ messageId, body }) => ({ ...left.get(messageId)!, body }));
  const encoded = await encodeBodies(shop, orders);
  orders.forEach(({ id }, n) => told.set(id, encoded[n]!));
  return told;
}

function encodedBefore(row: Row): EncodedBody | null {
  const { words, keys, facts } = row;
  if (!words || !keys || !facts) return null;
  return { order: { id: row.id, ...facts }, encoded: encodedOf({ ...row, words, keys }) };
}

/** An order that was scored before, and is to be again, is read from its webhook only if that told it earlier. */
const WAITING = `
  SELECT ${STORED}, o.facts, m.id::text AS "messageId"
  FROM identity_order o
  LEFT JOIN inbox_message m ON m.shop_id = o.shop_id AND m.id = o.message_id AND octet_length(m.body) > 0
  WHERE o.shop_id = $1 AND o.sequence IS NULL
    AND (o.placed_at, o.order_id) > (to_timestamp($3::float8 / 1000), $4::bigint)
  ORDER BY o.placed_at, o.order_id LIMIT $2`;

const BODIES = `
  SELECT id::text AS "messageId", body FROM inbox_message WHERE shop_id = $1 AND id = ANY ($2::bigint[])`;
