import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import {
  CODE_STATES,
  COUNTED_UP_TO,
  type CodeFilter,
  type CodeSummary,
} from "#app/domain/code/summary.ts";
import { done, refuse, type Outcome, type Page } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { PAGE_SIZE, pageOf, readCursor, type Cursor } from "../page.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { textSql, type CodeText } from "./code-text.server.ts";
import { codeWhere, type CodeWhere, type Walk } from "./code-where.server.ts";

export type CodeQuestion = { filter: CodeFilter; cursor: string | null };

type Row = Omit<CodeSummary, "campaign"> & {
  campaignId: string;
  campaignName: string;
  sortValue: string;
  sortId: string;
};

/**
 * The codes a filter finds, newest first, a page at a time. Up to `COUNTED_UP_TO` they are found all and counted. Of
 * more, a page is taken from where an index has them in order; a text is then looked for in the campaigns named so,
 * because nobody pages through what else remains among so many.
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
  const some = fewSql(where, cursor);
  const { rows: few } = await pool.query<{ total: number; ids: string[] }>(some.sql, some.values);
  const { total = 0, ids = [] } = few[0] ?? {};
  const page = total > COUNTED_UP_TO ? await idsOfMany(deps, where, cursor) : ids;
  const { rows } = await pool.query<Row>(SELECT, [shopId, page]);
  return done(pageOf(rows, cursor, total, summaryOf));
}

async function idsOfMany(deps: Deps, where: CodeWhere, cursor: Cursor | null): Promise<string[]> {
  const many = manySql(where, cursor);
  const { rows } = await deps.database.pool.query<{ id: string }>(many.sql, many.values);
  return rows.map(({ id }) => id);
}

function summaryOf(row: Row): CodeSummary {
  const { id, code, state, error, isHeld, uses, lastUsedAt } = row;
  const campaign = { id: row.campaignId, name: row.campaignName };
  return { id, code, state, error, campaign, isHeld, uses, lastUsedAt };
}

/** How many codes there are, and the ids of one page of them when they are few enough to be found all. */
function fewSql({ sql, values, text }: CodeWhere, cursor: Cursor | null) {
  const most = COUNTED_UP_TO + 1;
  const after = afterSql("f.id", cursor, values.length + 1);
  const known = [...values, ...after.values];
  const found = text
    ? textSql(text, sql, known.length + 1, most)
    : { sql: `SELECT k.id FROM code k WHERE ${sql} LIMIT ${most}`, values: [] };
  return {
    sql: `WITH few AS MATERIALIZED (${found.sql})
      SELECT (SELECT count(*)::int FROM few) AS total,
        ARRAY(SELECT f.id::text FROM few f WHERE ${after.sql} ORDER BY f.id ${after.order} LIMIT ${PAGE_SIZE + 1}) AS ids`,
    values: [...known, ...found.values],
  };
}

/** The ids of one page, one more than fit on it, in the page's order seen from its cursor. */
function manySql({ sql, values, text, walk: ofFilter }: CodeWhere, cursor: Cursor | null) {
  const walk = ofFilter ?? walkOf(text);
  const after = afterSql("k.id", cursor, values.length + 1);
  const limit = `ORDER BY k.id ${after.order} LIMIT ${PAGE_SIZE + 1}`;
  const all = [...values, ...after.values];
  const has = text && ofFilter ? `position($${all.push(text.text)} IN k.code_key) > 0` : "true";
  const page = (condition: string) =>
    `SELECT k.id FROM code k WHERE ${sql} AND ${after.sql} AND ${has} AND ${condition} ${limit}`;
  if (!walk) return { sql: page("true"), values: all };
  const among = `$${all.length + 1}`;
  const groups =
    walk.column === "dimension_set_id"
      ? { from: `unnest(${among}::int[]) AS g (value)`, condition: "k.dimension_set_id = g.value" }
      : {
          // The index of a campaign's codes has their states before their ids.
          from: `unnest(${among}::uuid[]) AS g (value), unnest('{${CODE_STATES.join()}}'::text[]) AS s (state)`,
          condition: "k.campaign_id = g.value AND k.state = s.state",
        };
  return {
    sql: `SELECT k.id::text FROM ${groups.from} CROSS JOIN LATERAL (${page(groups.condition)}) k ${limit}`,
    values: [...all, walk.among],
  };
}

/** So many codes have a text because campaigns are named so. */
function walkOf(text: CodeText | null): Walk | null {
  return text && text.named.length > 0 ? { column: "campaign_id", among: text.named } : null;
}

function afterSql(column: string, cursor: Cursor | null, next: number) {
  const backwards = cursor?.backwards ?? false;
  const id = cursor && /^\d{1,18}$/.test(cursor.id) ? cursor.id : "0";
  return {
    sql: cursor ? `${column} ${backwards ? ">" : "<"} $${next}::bigint` : "true",
    values: cursor ? [id] : [],
    order: backwards ? "ASC" : "DESC",
  };
}

/** The rows of a page's ids, in the order of the ids given. */
const SELECT = `
  SELECT k.id::text, k.code, k.state, k.error, k.campaign_id AS "campaignId", c.name AS "campaignName",
         k.holder_id IS NOT NULL AS "isHeld", k.id::text AS "sortId",
         k.id::text AS "sortValue", COALESCE(r.uses, 0)::int AS uses,
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
