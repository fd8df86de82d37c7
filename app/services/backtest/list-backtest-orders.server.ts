import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import {
  outcomesOf,
  type BacktestOrder,
  type BacktestOrders,
  type OrderChoice,
} from "#app/domain/backtest/backtest.ts";
import { variantSchema } from "#app/domain/backtest/variant.schema.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { isId } from "../naming/load-convention.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { readTimeCursor, timePageOf } from "../time-cursor.server.ts";

const PAGE = 50;

export type AskedOrders = { id: string; choice: OrderChoice; cursor: string | null };

/** The orders behind a backtest's number, newest first. */
export async function listBacktestOrders(
  deps: Deps,
  actor: Actor,
  { id, choice, cursor }: AskedOrders,
): Promise<Outcome<BacktestOrders>> {
  const { shopId } = actor;
  if (!can(actor, "flag.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.view") });
  const { prisma, pool } = deps.database;
  const row = isId(id)
    ? await prisma.backtest.findUnique({ where: { shopId_id: { shopId, id } } })
    : null;
  if (row?.state !== "done")
    return refuse({ kind: "not_found", message: "That backtest does not exist any more." });
  const { currency } = await shopOf(deps, shopId);
  const counted = await pool.query<{ of: number }>(COUNT, [shopId, id, ...chosen(choice)]);
  const page = await readBacktestOrders(deps, shopId, { id, choice, cursor }, PAGE);
  return done({
    id,
    ways: { first: wayOf(row.first), second: wayOf(row.second) },
    ...{ choice, currency, of: counted.rows[0]?.of ?? 0 },
    ...page,
  });
}

function wayOf(variant: unknown): BacktestOrders["ways"]["first"] {
  const { name, flagFrom } = variantSchema.parse(variant);
  return { name, flagFrom };
}

/** `cursor`: of the last order of the page before, as `next` gave it. */
export async function readBacktestOrders(
  { database: { pool } }: Deps,
  shopId: number,
  { id, choice, cursor }: AskedOrders,
  most: number,
): Promise<Pick<BacktestOrders, "rows" | "next">> {
  const { ms, id: after } = readTimeCursor(cursor);
  const { rows } = await pool.query<BacktestOrder & { cursor: string }>(ORDERS, [
    ...[shopId, id, ...chosen(choice), ms, after, most + 1],
  ]);
  return timePageOf(rows, most);
}

function chosen(choice: OrderChoice): [side: string, outcomes: string[]] {
  return choice === "changed" ? ["", []] : [choice.side, outcomesOf(choice.outcome)];
}

const CHOSEN = `
  b.shop_id = $1 AND b.backtest_id = $2::uuid AND CASE $3::text
    WHEN 'first' THEN b.first = ANY ($4::text[]) WHEN 'second' THEN b.second = ANY ($4::text[]) ELSE b.first <> b.second END`;

const COUNT = `SELECT count(*)::int AS of FROM backtest_order b WHERE ${CHOSEN}`;

const ORDERS = `
  SELECT o.id::text, o.name, ${instantSql("o.placed_at")} AS "placedAt",
    COALESCE((SELECT jsonb_agg(c ->> 'code') FROM jsonb_array_elements(o.codes) c), '[]') AS codes,
    b.score, b.discount_minor::float8 AS "discountMinor", b.first, b.second,
    floor(extract(epoch FROM b.placed_at) * 1000)::bigint || '-' || b.order_id AS cursor
  FROM backtest_order b JOIN shop_order o ON o.shop_id = b.shop_id AND o.id = b.order_id
  WHERE ${CHOSEN} AND (b.placed_at, b.order_id) < (to_timestamp($5::bigint / 1000.0)::timestamptz(3), $6::bigint)
  ORDER BY b.placed_at DESC, b.order_id DESC LIMIT $7`;
