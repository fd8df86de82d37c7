import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { ImportProblem } from "#app/domain/code/import.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { csvFile, type CsvFile } from "../csv-stream.server.ts";
import { isId } from "../naming/load-convention.server.ts";

const ROWS = 5_000;

/** Every row of an import that cannot be used, with its line and the reason, as a CSV file. */
export async function exportProblems(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<CsvFile>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const found = isId(id)
    ? await deps.database.prisma.codeImport.findUnique({ where: { shopId_id: { shopId, id } } })
    : null;
  if (!found) return refuse({ kind: "not_found", message: "These codes are no longer here." });
  return done(csvFile("rows-to-mend.csv", ["line", "code", "reason"], pagesOf(deps, shopId, id)));
}

async function* pagesOf(deps: Deps, shopId: number, id: string) {
  for (let after = 0; ;) {
    const { rows } = await deps.database.pool.query<ImportProblem & { ordinal: number }>(PROBLEMS, [
      shopId,
      id,
      after,
      ROWS,
    ]);
    if (rows.length > 0) yield rows.map(({ line, text, reason }) => [line, text, reason]);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS) return;
    after = last.ordinal;
  }
}

const PROBLEMS = `
  SELECT ordinal, line, code AS text, problem AS reason FROM code_import_row
  WHERE shop_id = $1 AND import_id = $2 AND problem IS NOT NULL AND ordinal > $3 ORDER BY ordinal LIMIT $4`;
