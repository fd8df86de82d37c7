import { COUNTED_UP_TO } from "#app/domain/code/summary.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { PAGE_SIZE, type Cursor } from "../page.server.ts";
import { hasTextSql } from "./code-text.server.ts";
import type { CodeWhere, Walk } from "./code-where.server.ts";
import { alongSql, fewSql } from "./page-sql.server.ts";

type Found = { total: number; ids: string[]; others?: number; otherIds?: string[] };

/**
 * How many codes a filter finds, and the ids of one page of them in its order, one more than fit on it. Up to
 * `COUNTED_UP_TO` they are found all and counted. Of more, a page is taken from where an index has them in order: the
 * parts the filter names, or the campaigns named as the text. Only where so many have the text elsewhere is every code
 * looked at, newest first: then a page is seldom far.
 */
export async function findPage(
  deps: Deps,
  where: CodeWhere,
  cursor: Cursor | null,
): Promise<{ total: number; ids: string[] }> {
  const few = fewSql(where, cursor);
  const { rows } = await deps.database.pool.query<Found>(few.sql, few.values);
  const { total, ids, others = total, otherIds = ids } = rows[0] ?? { total: 0, ids: [] };
  if (total <= COUNTED_UP_TO) return { total, ids };
  const walked = async (walk: Walk | null, has: string, values: unknown[]) => {
    const along = alongSql({ ...where, values: [...where.values, ...values] }, walk, has, cursor);
    const page = await deps.database.pool.query<{ id: string }>(along.sql, along.values);
    return page.rows.map(({ id }) => id);
  };
  const { text, walk } = where;
  if (!text) return { total, ids: await walked(walk, "true", []) };
  if (walk || others > COUNTED_UP_TO) {
    const has = hasTextSql(text, where.values.length + 1);
    return { total, ids: await walked(walk, has, [text.text]) };
  }
  const ofNamed: Walk = { column: "campaign_id", among: text.named };
  const named = await walked(ofNamed, "k.tail IS NOT NULL", []);
  return { total, ids: merge(named, otherIds, cursor) };
}

/** Two pages as one, in the order seen from the cursor. A code of a campaign named so may be found elsewhere too. */
function merge(a: readonly string[], b: readonly string[], cursor: Cursor | null): string[] {
  const ids = [...new Set([...a, ...b])].map(Number).sort((x, y) => x - y);
  if (!cursor?.backwards) ids.reverse();
  return ids.slice(0, PAGE_SIZE + 1).map(String);
}
