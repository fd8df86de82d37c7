import type pg from "pg";

import type { EncodedOrder } from "#app/domain/identity/encode/encoded-order.ts";
import { orderBody } from "#app/domain/identity/order-body.schema.ts";
import { readOrderRecord } from "#app/domain/identity/read-order-record.ts";
import type { JudgedOrder } from "#app/domain/signal/signal.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { unpackBody } from "../intake/stored-body.server.ts";
import { identityEncoder } from "./identity-encoder.server.ts";
import { limitedUses, type LimitedUse } from "./limited-uses.server.ts";
import { encodedOf, STORED, type StoredOrder } from "./stored-order.server.ts";

/** An order whose turn it is, encoded. `use`: of what is limited, if it is one. */
export type WaitingOrder = { order: JudgedOrder; encoded: EncodedOrder; use: LimitedUse | null };

export type Waiting = {
  orders: WaitingOrder[];
  /** Those of which nothing is left to compare: their bodies were erased, or cannot be read. */
  unreadable: string[];
};

/** The orders that wait to be scored, those placed first first. */
export async function readWaiting(
  client: pg.PoolClient,
  shop: Shop,
  most: number,
): Promise<Waiting> {
  const { rows } = await client.query<Row>(WAITING, [shop.id, most]);
  const uses = await limitedUses(
    client,
    shop.id,
    rows.map(({ id }) => id),
  );
  const read = rows.map((row) => encodeRow(shop, row, uses.get(row.id) ?? null));
  return {
    orders: read.filter((order) => order !== null),
    unreadable: rows.filter((_, at) => read[at] === null).map(({ id }) => id),
  };
}

type Row = Omit<StoredOrder, "words" | "keys"> & {
  words: Buffer | null;
  keys: Buffer | null;
  facts: Omit<JudgedOrder, "id"> | null;
  body: Buffer | null;
};

function encodeRow(shop: Shop, row: Row, use: LimitedUse | null): WaitingOrder | null {
  const { words, keys, facts, body } = row;
  const record = body && body.length > 0 ? recordOf(body) : null;
  if (record) {
    const { codes, totalMinor, isTest, referrer } = record;
    const order = { id: row.id, codes, totalMinor, isTest, referrer: hostOf(referrer) };
    return { order, encoded: identityEncoder(shop)(record, use?.scope ?? null), use };
  }
  if (!words || !keys || !facts) return null;
  return { order: { id: row.id, ...facts }, encoded: encodedOf({ ...row, words, keys }), use };
}

function recordOf(body: Buffer) {
  const parsed = orderBody.safeParse(JSON.parse(unpackBody(body).toString("utf8")));
  return parsed.success ? readOrderRecord(parsed.data) : null;
}

/** Of the page somebody came from only its site is kept. */
function hostOf(referrer: string | null): string | null {
  if (!referrer) return referrer;
  return URL.canParse(referrer) ? new URL(referrer).hostname : null;
}

/** An order that was scored before, and is to be again, is read from its webhook only if that told it earlier. */
const WAITING = `
  SELECT ${STORED}, o.facts, m.body
  FROM identity_order o
  LEFT JOIN inbox_message m ON m.shop_id = o.shop_id AND m.id = o.message_id
  WHERE o.shop_id = $1 AND o.sequence IS NULL
  ORDER BY o.placed_at, o.order_id LIMIT $2`;
