import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import { CODE_STATE_LABELS, type CodeFilter, type CodeState } from "#app/domain/code/summary.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { csvFile, type CsvFile } from "../csv-stream.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";
import { hasTextSql } from "./code-text.server.ts";
import { codeWhere, type CodeWhere } from "./code-where.server.ts";

const ROWS = 5_000;
const HEADER = ["code", "campaign", "state", "uses"];

type Row = { id: string; code: string; campaign: string; state: CodeState; uses: number };

/** The codes of a filter, or the chosen ones among them, as a CSV file that can be imported again. Oldest first. */
export async function exportCodes(
  deps: Deps,
  actor: Actor,
  { filter, ids }: { filter: CodeFilter; ids: readonly string[] | null },
): Promise<Outcome<CsvFile>> {
  const { shopId } = actor;
  if (!can(actor, "code.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("code.view") });
  const where = await codeWhere(deps, await shopOf(deps, shopId), filter);
  const day = deps.now().toISOString().slice(0, 10);
  return done(csvFile(`codes-${day}.csv`, HEADER, pagesOf(deps, wholeSql(where, ids))));
}

/** The filter with its text, and the ids, as conditions of every row: an export reads them all anyway. */
function wholeSql({ sql, values, text }: CodeWhere, ids: readonly string[] | null) {
  const all = [...values];
  const conditions = [sql];
  if (text) conditions.push(hasTextSql(text, all.push(text.text)));
  if (ids) {
    const known = ids.filter((id) => /^\d{1,18}$/.test(id));
    conditions.push(`k.id = ANY ($${all.push(known)}::bigint[])`);
  }
  return { sql: conditions.join(" AND "), values: all };
}

async function* pagesOf(deps: Deps, { sql, values }: { sql: string; values: unknown[] }) {
  for (let after = "0"; ;) {
    const { rows } = await deps.database.pool.query<Row>(
      `SELECT k.id::text, k.code, c.name AS campaign, k.state,
         COALESCE((SELECT sum(redemptions - reversals) FROM rollup r
           WHERE r.shop_id = k.shop_id AND r.grain = 'code' AND r.key = k.id::text), 0)::int AS uses
       FROM code k JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id
       WHERE ${sql} AND k.id > $${values.length + 1}::bigint ORDER BY k.id LIMIT ${ROWS}`,
      [...values, after],
    );
    if (rows.length > 0)
      yield rows.map((row) => [row.code, row.campaign, CODE_STATE_LABELS[row.state], row.uses]);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS) return;
    after = last.id;
  }
}
