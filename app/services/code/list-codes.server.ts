import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { COUNTED_UP_TO, type CodeFilter, type CodeSummary } from "#app/domain/code/summary.ts";
import { done, refuse, type Outcome, type Page } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { PAGE_SIZE, pageOf, readCursor, type Cursor } from "../page.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { codeWhere, type CodeWhere } from "./code-where.server.ts";

export type CodeQuestion = { filter: CodeFilter; cursor: string | null };

type Row = Omit<CodeSummary, "campaign"> & {
  campaignId: string;
  campaignName: string;
  sortValue: string;
  sortId: string;
};

/**
 * The codes a filter finds, a page at a time: those with a text in them in the order of the alphabet, else the newest
 * first. Both are orders an index has, so a page costs the same however many codes there are.
 */
export async function listCodes(
  deps: Deps,
  actor: Actor,
  { filter, cursor: cursorText }: CodeQuestion,
): Promise<Outcome<Page<CodeSummary>>> {
  const { shopId } = actor;
  if (!can(actor, "code.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("code.view") });
  const where = await codeWhere(deps, await shopOf(deps, shopId), filter);
  const cursor = readCursor(cursorText);
  const { pool } = deps.database;
  const page = pageSql(where, cursor);
  const { rows: found } = await pool.query<{ id: string }>(page.sql, page.values);
  const { rows } = await pool.query<Row>(SELECT, [shopId, found.map(({ id }) => id), where.isText]);
  const { rows: counted } = await pool.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM (SELECT 1 FROM code k WHERE ${where.sql} LIMIT ${COUNTED_UP_TO + 1}) some`,
    where.values,
  );
  return done(pageOf(rows, cursor, counted[0]?.total ?? 0, summaryOf));
}

function summaryOf(row: Row): CodeSummary {
  const { id, code, state, error, isHeld, uses, lastUsedAt } = row;
  const campaign = { id: row.campaignId, name: row.campaignName };
  return { id, code, state, error, campaign, isHeld, uses, lastUsedAt };
}

/** The ids of one page, one more than fit on it, in the page's order seen from its cursor. */
function pageSql({ sql, values, isText }: CodeWhere, cursor: Cursor | null) {
  const backwards = cursor?.backwards ?? false;
  const limit = `LIMIT ${PAGE_SIZE + 1}`;
  const id = cursor && /^\d{1,18}$/.test(cursor.id) ? cursor.id : "0";
  const next = `$${values.length + 1}`;
  if (isText) {
    const order = backwards ? "USING ~>~" : "USING ~<~";
    const after = cursor ? `AND k.code_key ${backwards ? "~<~" : "~>~"} ${next}` : "";
    return {
      sql: `SELECT k.id::text FROM code k WHERE ${sql} ${after} ORDER BY k.code_key ${order} ${limit}`,
      values: cursor ? [...values, cursor.value] : values,
    };
  }
  const after = cursor ? `AND k.id ${backwards ? ">" : "<"} ${next}::bigint` : "";
  const order = backwards ? "ASC" : "DESC";
  return {
    sql: `SELECT k.id::text FROM code k WHERE ${sql} ${after} ORDER BY k.id ${order} ${limit}`,
    values: cursor ? [...values, id] : values,
  };
}

/** The rows of a page's ids, in the order of the ids given. */
const SELECT = `
  SELECT k.id::text, k.code, k.state, k.error, k.campaign_id AS "campaignId", c.name AS "campaignName",
         k.holder_id IS NOT NULL AS "isHeld", k.id::text AS "sortId",
         CASE WHEN $3 THEN k.code_key ELSE k.id::text END AS "sortValue", COALESCE(r.uses, 0)::int AS uses,
         to_char(u.last AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "lastUsedAt"
  FROM unnest($2::bigint[]) WITH ORDINALITY AS page (id, at)
  JOIN code k ON k.shop_id = $1 AND k.id = page.id
  JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id
  LEFT JOIN LATERAL (
    SELECT sum(redemptions - reversals) AS uses FROM rollup
    WHERE shop_id = k.shop_id AND grain = 'code' AND key = k.id::text
  ) r ON true
  LEFT JOIN LATERAL (
    SELECT max(effective_at) AS last FROM ledger_entry
    WHERE shop_id = k.shop_id AND code_key = k.code_key AND code_id = k.id AND redemptions > 0
  ) u ON true
  ORDER BY page.at`;
