import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { CaseFilter, CaseSummary } from "#app/domain/case/summary.ts";
import { done, refuse, type Outcome, type Page } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { PAGE_SIZE, pageOf, readCursor } from "../page.server.ts";
import { CASE_COLUMNS, CASE_FROM, summariesOf, type CaseRow } from "./case-rows.server.ts";
import { caseWhere, SORTS } from "./case-where.server.ts";

/** The cases that fit, a page at a time. */
export async function listCases(
  deps: Deps,
  actor: Actor,
  { filter, cursor: asked }: { filter: CaseFilter; cursor: string | null },
): Promise<Outcome<Page<CaseSummary>>> {
  const { shopId } = actor;
  if (!can(actor, "flag.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("flag.view") });
  const { pool } = deps.database;
  const where = caseWhere(filter, { shopId, me: actor.id, now: deps.now() });
  const { key, direction } = SORTS[filter.sort];
  const cursor = readCursor(asked);
  const isUp = (direction === "ASC") !== (cursor?.backwards ?? false);
  const order = isUp ? "ASC" : "DESC";
  const at = where.values.length;
  const isCursor = cursor !== null && /^\d{1,9}$/.test(cursor.id);
  const after = isCursor
    ? `AND (${key}, c.number) ${isUp ? ">" : "<"} ($${at + 1}, $${at + 2}::int)`
    : "";
  const [{ rows }, counted] = await Promise.all([
    pool.query<CaseRow & { sortValue: string; sortId: string }>(
      `SELECT ${CASE_COLUMNS}, ${key} AS "sortValue", c.number::text AS "sortId" ${CASE_FROM}
       WHERE ${where.text} ${after} ORDER BY ${key} ${order}, c.number ${order} LIMIT ${PAGE_SIZE + 1}`,
      [...where.values, ...(isCursor ? [cursor.value, cursor.id] : [])],
    ),
    pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM review_case c WHERE ${where.text}`,
      where.values,
    ),
  ]);
  const page = pageOf(rows, isCursor ? cursor : null, counted.rows[0]?.count ?? 0, (row) => row);
  return done({ ...page, rows: await summariesOf(pool, shopId, page.rows) });
}
