import type pg from "pg";

import type { EncodedOrder } from "#app/domain/identity/encode/encoded-order.ts";
import type { JudgedOrder } from "#app/domain/signal/signal.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { passAhead, takeAhead, type Place } from "./encode-ahead.server.ts";
import { encodeBodies } from "./encode-bodies.server.ts";
import type { EncodedBody, ToldOrder } from "./encode-body.server.ts";
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

/** Orders whose turn it is, read; `encoded` when all of them are encoded, which needs the database no more. */
export type Waiting = {
  count: number;
  /** Whether none comes after them. */
  isLast: boolean;
  /** Where the next ones come after. */
  last: Place;
  encoded: Promise<EncodedOrders>;
};

export type EncodedOrders = {
  orders: WaitingOrder[];
  /** Those of which nothing is left to compare: their bodies were erased, or cannot be read. */
  unreadable: string[];
};

/** The orders that wait to be scored, those placed first first, of those after another (`after`). */
export async function readWaiting(
  { database: { pool } }: Deps,
  client: pg.PoolClient,
  shop: Shop,
  { most, after }: { most: number; after: Place },
): Promise<Waiting> {
  const { rows } = await client.query<Row>(WAITING, [shop.id, most, after.at, after.id]);
  const uses = await limitedUses(
    client,
    shop.id,
    rows.map(({ id }) => id),
  );
  const told = await readTold(pool, client, shop, rows, uses);
  const encoded = encodedOrders(shop, rows, uses, told);
  // Should it fail, that is told to whoever asks for it, and to nobody before.
  encoded.catch(() => undefined);
  return {
    ...{ count: rows.length, isLast: rows.length < most },
    ...{ last: rows.at(-1) ?? after, encoded },
  };
}

type Uses = ReadonlyMap<string, readonly LimitedUse[]>;

async function encodedOrders(
  shop: Shop,
  rows: readonly Row[],
  uses: Uses,
  { ahead, bodies }: Told,
): Promise<EncodedOrders> {
  const told = new Map(ahead);
  const encoded = await encodeBodies(shop, bodies);
  bodies.forEach(({ id }, n) => told.set(id, encoded[n]!));
  const read = rows.map((row) => {
    const found = told.get(row.id) ?? encodedBefore(row);
    return found && { ...found, ...pairUses(found.encoded, uses.get(row.id) ?? []) };
  });
  return {
    orders: read.filter((order) => order !== null),
    unreadable: rows.flatMap(({ id }, at) => (read[at] === null ? [id] : [])),
  };
}

/** `messageId`: of the webhook that tells it, while there is its body. */
type Row = Omit<StoredOrder, "words" | "keys"> & {
  words: Buffer | null;
  keys: Buffer | null;
  facts: Omit<JudgedOrder, "id"> | null;
  messageId: string | null;
};

/** What webhooks tell of orders: what was encoded ahead, and the bodies of those that are to be now. */
type Told = { ahead: Map<string, EncodedBody | null>; bodies: ToldOrder[] };

async function readTold(
  pool: pg.Pool,
  client: pg.PoolClient,
  shop: Shop,
  rows: readonly Row[],
  uses: Uses,
): Promise<Told> {
  const ahead = new Map<string, EncodedBody | null>();
  const left = new Map<string, { id: string; scopes: string[] }>();
  for (const { id, messageId } of rows) {
    if (messageId === null) continue;
    const scopes = scopesOf(uses.get(id));
    const known = takeAhead(pool, shop.id, { id, messageId, scopes });
    if (known === undefined) left.set(messageId, { id, scopes });
    else ahead.set(id, known);
  }
  const last = rows.at(-1);
  if (last) passAhead(pool, shop.id, last);
  if (left.size === 0) return { ahead, bodies: [] };
  const found = await client.query<{ messageId: string; body: Buffer }>(BODIES, [
    ...[shop.id, [...left.keys()]],
  ]);
  const bodies = found.rows.map(({ messageId, body }) => ({ ...left.get(messageId)!, body }));
  return { ahead, bodies };
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
