import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvResponse } from "#app/routing/csv-response.ts";
import { refusalResponse } from "#app/routing/outcome-response.ts";
import { exportStoreReport } from "#app/services/adoption/read-store-report.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Everything that should be put right, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const file = await exportStoreReport(deps, actor);
  return file.ok ? csvResponse(file.value) : refusalResponse(file.refusal);
}
