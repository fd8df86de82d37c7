import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { ImportProblem, ImportSummary } from "#app/domain/code/import.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { isId } from "../naming/load-convention.server.ts";
import type { ImportFindings } from "./find-findings.server.ts";

const SHOWN = 20;

/** What was read of the codes somebody brought, to look over before they are used. */
export async function getImport(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Outcome<ImportSummary>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.edit", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.edit") });
  const row = isId(id)
    ? await deps.database.prisma.codeImport.findUnique({ where: { shopId_id: { shopId, id } } })
    : null;
  if (row?.state !== "ready") {
    const message = "These codes are no longer here: they were used or thrown away.";
    return refuse({ kind: "not_found", message });
  }
  const { pool } = deps.database;
  const { rows: sample } = await pool.query<{ code: string }>(SAMPLE, [shopId, id, SHOWN]);
  const { rows: problems } = await pool.query<ImportProblem>(PROBLEMS, [shopId, id, SHOWN]);
  const { fileName, rows, good, bad } = row;
  return done({
    ...{ id, fileName, rows, good, bad, problems },
    ...(row.findings as unknown as Pick<ImportSummary, "header"> & ImportFindings),
    sample: sample.map(({ code }) => code),
    createdAt: row.createdAt.toISOString(),
  });
}

const SAMPLE = `
  SELECT code FROM code_import_row WHERE shop_id = $1 AND import_id = $2 AND problem IS NULL ORDER BY ordinal LIMIT $3`;

const PROBLEMS = `
  SELECT line, code AS text, problem AS reason FROM code_import_row
  WHERE shop_id = $1 AND import_id = $2 AND problem IS NOT NULL ORDER BY ordinal LIMIT $3`;
