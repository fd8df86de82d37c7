import { CODE_STATES, COUNTED_UP_TO } from "#app/domain/code/summary.ts";
import { PAGE_SIZE, type Cursor } from "../page.server.ts";
import { textSql } from "./code-text.server.ts";
import type { CodeWhere, Walk } from "./code-where.server.ts";

/** A page, and one more to know whether another follows. */
const LIMIT = `LIMIT ${PAGE_SIZE + 1}`;

/**
 * How many codes are found, counted as far as is counted, and the ids of a page of them; where some are found by the
 * names of campaigns, the same of the others.
 */
export function fewSql({ sql, values, text }: CodeWhere, cursor: Cursor | null) {
  const most = COUNTED_UP_TO + 1;
  const after = afterSql("f.id", cursor, values.length + 1);
  const known = [...values, ...after.values];
  const found = text
    ? textSql(text, sql, known.length + 1, most)
    : { named: null, others: `SELECT k.id FROM code k WHERE ${sql} LIMIT ${most}`, values: [] };
  const counted = (from: string) => `(SELECT count(*)::int FROM ${from})`;
  const page = (from: string) =>
    `ARRAY(SELECT f.id::text FROM ${from} f WHERE ${after.sql} ORDER BY f.id ${after.order} ${LIMIT})`;
  const all = `${counted("few")} AS total, ${page("few")} AS ids`;
  return {
    sql: found.named
      ? `WITH others AS MATERIALIZED (${found.others}),
           few AS MATERIALIZED (SELECT id FROM others UNION (${found.named}))
         SELECT ${all}, ${counted("others")} AS others, ${page("others")} AS "otherIds"`
      : `WITH few AS MATERIALIZED (${found.others}) SELECT ${all}`,
    values: [...known, ...found.values],
  };
}

/**
 * The ids of a page, taken from the parts in which an index has them in order; without parts, from all codes. `has` is
 * one more condition, over the values given.
 */
export function alongSql(
  { sql, values }: Pick<CodeWhere, "sql" | "values">,
  walk: Walk | null,
  has: string,
  cursor: Cursor | null,
): { sql: string; values: unknown[] } {
  const after = afterSql("k.id", cursor, values.length + 1);
  const all = [...values, ...after.values];
  const page = (condition: string) =>
    `SELECT k.id::text FROM code k WHERE ${sql} AND ${after.sql} AND ${has} AND ${condition}
     ORDER BY k.id ${after.order} ${LIMIT}`;
  if (!walk) return { sql: page("true"), values: all };
  const { from, condition } = partsOf(walk, `$${all.length + 1}`);
  return {
    sql: `SELECT k.id FROM ${from} CROSS JOIN LATERAL (${page(condition)}) k
      ORDER BY k.id::bigint ${after.order} ${LIMIT}`,
    values: [...all, walk.among],
  };
}

function partsOf({ column }: Walk, among: string): { from: string; condition: string } {
  if (column === "dimension_set_id")
    return {
      from: `unnest(${among}::int[]) AS g (value)`,
      condition: "k.dimension_set_id = g.value",
    };
  // The index of a campaign's codes has their states before their ids.
  return {
    from: `unnest(${among}::uuid[]) AS g (value), unnest('{${CODE_STATES.join()}}'::text[]) AS s (state)`,
    condition: "k.campaign_id = g.value AND k.state = s.state",
  };
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
