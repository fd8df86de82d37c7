import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/routing/csv-response.ts";
import { refusalResponse } from "#app/routing/outcome-response.ts";
import { exportProblems } from "#app/services/import/export-problems.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** All rows of an import that cannot be used, with their reasons, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const file = await exportProblems(deps, actor, params["id"] ?? "");
  return file.ok ? csvResponse(file.value) : refusalResponse(file.refusal);
}
