import { isDeepStrictEqual } from "node:util";

import type pg from "pg";

import type { Deps } from "#app/infra/deps.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { encodeBodies } from "./encode-bodies.server.ts";
import type { EncodedBody } from "./encode-body.server.ts";
import { limitedUses, scopesOf } from "./limited-uses.server.ts";

/** Orders encoded ahead that are kept until their turn; about a kilobyte each. */
const MOST_AHEAD = 40_000;
/** Orders read at once. */
const PAGE = 500;

type Ahead = {
  found: Map<string, { messageId: string; scopes: string[]; body: EncodedBody | null }>;
  /** The last order that was looked at. */
  last: Place;
};

/** An order's place in the order they are scored in. `at`: ms since 1970. */
export type Place = { at: number; id: string };

/** Before all orders. */
export const FIRST_PLACE: Place = { at: -Infinity, id: "0" };

const aheads = new WeakMap<pg.Pool, Map<number, Ahead>>();

function aheadOf(pool: pg.Pool, shopId: number): Ahead {
  const shops = aheads.get(pool) ?? new Map<number, Ahead>();
  aheads.set(pool, shops);
  const ahead = shops.get(shopId) ?? { found: new Map(), last: FIRST_PLACE };
  shops.set(shopId, ahead);
  return ahead;
}

/**
 * Encodes orders that wait to be scored, before their turn and beside whatever else goes on: those placed first first,
 * until `most` are encoded or none is left. Nothing depends on it: what was not encoded, or is not told by the same webhook
 * or not of the same uses when its turn comes, is encoded then.
 */
export async function encodeAhead(
  { database, ...deps }: Deps,
  shopId: number,
  most = MOST_AHEAD,
): Promise<void> {
  const ahead = aheadOf(database.pool, shopId);
  while (ahead.found.size < most) {
    const rows = await nextRows(database.pool, shopId, ahead);
    if (rows.length === 0) return;
    const shop = await shopOf({ database, ...deps }, shopId);
    const last = rows.at(-1)!;
    ahead.last = { at: last.at, id: last.id };
    const told = rows.flatMap(({ messageId, body, ...row }) =>
      messageId === null || body === null ? [] : [{ ...row, messageId, body }],
    );
    const encoded = await encodeBodies(shop, told);
    for (const [n, { id, messageId, scopes }] of told.entries())
      ahead.found.set(id, { messageId, scopes, body: encoded[n]! });
  }
}

type Row = Place & { messageId: string | null; body: Buffer | null };

async function nextRows(
  pool: pg.Pool,
  shopId: number,
  { last }: Ahead,
): Promise<(Row & { scopes: string[] })[]> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<Row>(NEXT, [shopId, last.at, last.id, PAGE]);
    const ids = rows.map(({ id }) => id);
    const uses = await limitedUses(client, shopId, ids);
    return rows.map((row) => ({ ...row, scopes: scopesOf(uses.get(row.id)) }));
  } finally {
    client.release();
  }
}

/** An order that was encoded before, and is told by no webhook any more, is passed over. */
const NEXT = `
  SELECT o.id, o.at, m.id::text AS "messageId", m.body
  FROM (
    SELECT order_id::text AS id, (extract(epoch FROM placed_at) * 1000)::float8 AS at, message_id
    FROM identity_order
    WHERE shop_id = $1 AND sequence IS NULL AND (placed_at, order_id) > (to_timestamp($2::float8 / 1000), $3::bigint)
    ORDER BY placed_at, order_id LIMIT $4
  ) o
  LEFT JOIN inbox_message m ON m.shop_id = $1 AND m.id = o.message_id AND octet_length(m.body) > 0
  ORDER BY o.at, o.id::bigint`;

/**
 * What was encoded ahead of an order, given which webhook tells it now and of which uses it is; null is that its body
 * cannot be read, undefined that it is to be encoded now. It is not kept any longer.
 */
export function takeAhead(
  pool: pg.Pool,
  shopId: number,
  { id, messageId, scopes }: { id: string; messageId: string; scopes: readonly string[] },
): EncodedBody | null | undefined {
  const { found } = aheadOf(pool, shopId);
  const known = found.get(id);
  found.delete(id);
  const isSame = known?.messageId === messageId && isDeepStrictEqual(known.scopes, scopes);
  return isSame ? known.body : undefined;
}

/** Whose turn it is: it is looked further from there. */
export function passAhead(pool: pg.Pool, shopId: number, place: Place): void {
  const ahead = aheadOf(pool, shopId);
  if (ahead.found.size === 0) ahead.last = place;
}

/** Nothing of orders that were erased since is kept, and who waits next is looked for from the start. */
export function dropAhead(pool: pg.Pool, shopId: number): void {
  aheads.get(pool)?.delete(shopId);
}
