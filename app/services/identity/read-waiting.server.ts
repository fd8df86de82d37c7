import type pg from "pg";

import type { EncodedOrder } from "#app/domain/identity/encode/encoded-order.ts";
import type { JudgedOrder } from "#app/domain/signal/signal.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { encodeBodies } from "./encode-bodies.server.ts";
import { withUses, type EncodedBody, type ToldOrder } from "./encode-body.server.ts";
import type { EarlyEncodings } from "./encode-early.server.ts";
import {
  limitedUses,
  pairUses,
  scopesOf,
  type LimitedUse,
  type PairedUses,
} from "./limited-uses.server.ts";
import {
  encodedOf,
  judgedOrder,
  STORED,
  type StoredFacts,
  type StoredOrder,
} from "./stored-order.server.ts";

/** An order's place in the order they are scored in. `at`: ms since 1970. */
export type Place = { at: number; id: string };

/** Before all orders. */
export const FIRST_PLACE: Place = { at: -Infinity, id: "0" };

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

export type WaitingQuestion = {
  most: number;
  after: Place;
  before: Date | null;
  early: EarlyEncodings;
};

export type EncodedOrders = {
  orders: WaitingOrder[];
  /** Those of which nothing is left to compare: their bodies were erased, or cannot be read. */
  unreadable: string[];
};

/**
 * The orders that wait to be scored, those placed first first, of those after another (`after`) and before an instant,
 * when one is given (`before`). `early`: what is encoded of them.
 */
export async function readWaiting(
  client: pg.PoolClient,
  shop: Shop,
  { most, after, before, early }: WaitingQuestion,
): Promise<Waiting> {
  const { rows } = await client.query<Row>(WAITING, [
    ...[shop.id, most, after.at, after.id, before],
  ]);
  const uses = await limitedUses(
    client,
    shop.id,
    rows.map(({ id }) => id),
  );
  const told = await readTold(client, shop, { rows, uses, early });
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
  { before, bodies }: Told,
): Promise<EncodedOrders> {
  const told = new Map(before);
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

/** `messageId`, `webhookId`: of the webhook that tells it, while there is its body. */
type Row = Omit<StoredOrder, "words" | "keys"> & {
  words: Buffer | null;
  keys: Buffer | null;
  facts: StoredFacts | null;
  messageId: string | null;
  webhookId: string | null;
};

/** What webhooks tell of orders: what was encoded early, and the bodies of those that are to be now. */
type Told = { before: Map<string, EncodedBody | null>; bodies: ToldOrder[] };

async function readTold(
  client: pg.PoolClient,
  shop: Shop,
  { rows, uses, early }: { rows: readonly Row[]; uses: Uses; early: EarlyEncodings },
): Promise<Told> {
  const before = new Map<string, EncodedBody | null>();
  const left = new Map<string, { id: string; scopes: string[] }>();
  for (const { id, messageId, webhookId } of rows) {
    if (messageId === null || webhookId === null) continue;
    const scopes = scopesOf(uses.get(id));
    const known = early.take(webhookId);
    if (known === undefined) left.set(messageId, { id, scopes });
    else before.set(id, known && withUses(shop, known, scopes));
  }
  if (left.size === 0) return { before, bodies: [] };
  const found = await client.query<{ messageId: string; body: Buffer }>(BODIES, [
    ...[shop.id, [...left.keys()]],
  ]);
  const bodies = found.rows.map(({ messageId, body }) => ({ ...left.get(messageId)!, body }));
  return { before, bodies };
}

function encodedBefore(row: Row): EncodedBody | null {
  const { words, keys, facts } = row;
  if (!words || !keys || !facts) return null;
  return { order: judgedOrder(row.id, facts), encoded: encodedOf({ ...row, words, keys }) };
}

/** An order that was scored before, and is to be again, is read from its webhook only if that told it earlier. */
const WAITING = `
  SELECT ${STORED}, o.facts, m.id::text AS "messageId", m.webhook_id AS "webhookId"
  FROM identity_order o
  LEFT JOIN inbox_message m ON m.shop_id = o.shop_id AND m.id = o.message_id AND octet_length(m.body) > 0
  WHERE o.shop_id = $1 AND o.sequence IS NULL
    AND (o.placed_at, o.order_id) > (to_timestamp($3::float8 / 1000), $4::bigint)
    AND o.placed_at < COALESCE($5::timestamptz, 'infinity')
  ORDER BY o.placed_at, o.order_id LIMIT $2`;

const BODIES = `
  SELECT id::text AS "messageId", body FROM inbox_message WHERE shop_id = $1 AND id = ANY ($2::bigint[])`;
