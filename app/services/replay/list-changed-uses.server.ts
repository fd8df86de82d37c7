import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { ChangedChoice, ChangedUse, ChangedUses } from "#app/domain/replay/history.ts";
import { becomes, type Over } from "#app/domain/replay/tally-history.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { readTimeCursor, timePageOf } from "../time-cursor.server.ts";
import { readLimitNames } from "./read-limit-names.server.ts";
import { triedLimitsOf } from "./tried-limits-of.server.ts";

const PAGE = 50;

export type AskedUses = { id: string; choice: ChangedChoice; cursor: string | null };

/** The uses behind a number of “What would this have done?”, newest first. */
export async function listChangedUses(
  deps: Deps,
  actor: Actor,
  { id, choice, cursor }: AskedUses,
): Promise<Outcome<ChangedUses>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const { prisma, pool } = deps.database;
  const row = isId(id)
    ? await prisma.historyReplay.findUnique({ where: { shopId_id: { shopId, id } } })
    : null;
  const campaign =
    row &&
    (await prisma.campaign.findUnique({ where: { shopId_id: { shopId, id: row.campaignId } } }));
  if (row?.state !== "done" || !campaign)
    return refuse({ kind: "not_found", message: "That question does not exist any more." });
  const { currency } = await shopOf(deps, shopId);
  const { names } = await readLimitNames(deps, shopId);
  const counted = await pool.query<{ of: number }>(COUNT, [shopId, id, ...chosen(choice)]);
  const page = await readChangedUses(deps, shopId, { id, choice, cursor }, PAGE);
  return done({
    ...{ id, campaign: campaign.name, limits: triedLimitsOf(row), names, choice, currency },
    ...{ of: counted.rows[0]?.of ?? 0, rows: page.uses, next: page.next },
  });
}

/** `cursor`: of the last use of the page before, as `next` gave it. */
export async function readChangedUses(
  { database: { pool } }: Deps,
  shopId: number,
  { id, choice, cursor }: AskedUses,
  most: number,
): Promise<{ uses: ChangedUse[]; next: string | null }> {
  const { ms, id: order, rest: code } = readTimeCursor(cursor);
  const { rows } = await pool.query<Row>(USES, [
    ...[shopId, id, ...chosen(choice), ms, order, code, most + 1],
  ]);
  const page = timePageOf(rows, most);
  const uses = page.rows.map(({ over, ...use }) => ({
    ...use,
    first: becomes(over, "first"),
    second: becomes(over, "second"),
  }));
  return { uses, next: page.next };
}

type Row = Omit<ChangedUse, "first" | "second"> & { over: Over; cursor: string };

function chosen(choice: ChangedChoice): [side: string, becomes: string] {
  return choice === "changed" ? ["", ""] : [choice.side, choice.becomes];
}

const CHOSEN = `
  u.shop_id = $1 AND u.replay_id = $2::uuid AND ($3::text = '' OR
    CASE $3 WHEN 'first' THEN u.over_first ELSE u.over_second END = ($4::text = 'refused')
    AND u.over_now <> ($4 = 'refused'))`;

const COUNT = `
  SELECT count(DISTINCT u.order_id)::int AS of
  FROM history_replay_use u JOIN shop_order o ON o.shop_id = u.shop_id AND o.id = u.order_id
  WHERE ${CHOSEN}`;

const USES = `
  SELECT o.id::text AS "orderId", o.name, ${instantSql("o.placed_at")} AS "placedAt",
    COALESCE((
      SELECT c.code FROM ledger_entry l JOIN code c ON c.shop_id = l.shop_id AND c.id = l.code_id
      WHERE l.shop_id = u.shop_id AND l.order_id = u.order_id AND l.code_key = u.code_key LIMIT 1
    ), u.code_key) AS code,
    u.discount_minor::float8 AS "discountMinor", u.total_minor::float8 AS "totalMinor",
    json_build_object('now', u.over_now, 'first', u.over_first, 'second', u.over_second) AS over,
    floor(extract(epoch FROM u.placed_at) * 1000)::bigint || '-' || u.order_id || '-' || u.code_key AS cursor
  FROM history_replay_use u JOIN shop_order o ON o.shop_id = u.shop_id AND o.id = u.order_id
  WHERE ${CHOSEN}
    AND (u.placed_at, u.order_id, u.code_key) < (to_timestamp($5::bigint / 1000.0)::timestamptz(3), $6::bigint, $7::text)
  ORDER BY u.placed_at DESC, u.order_id DESC, u.code_key DESC LIMIT $8`;
