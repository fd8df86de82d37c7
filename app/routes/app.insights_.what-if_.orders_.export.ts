import type { LoaderFunctionArgs } from "@remix-run/node";
import { askedChangedUses } from "#app/routing/asked-changed-uses.ts";
import { csvResponse } from "#app/routing/csv-response.ts";
import { refusalResponse } from "#app/routing/outcome-response.ts";
import { exportChangedUses } from "#app/services/replay/export-changed-uses.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** The orders behind a number of “What would this have done?”, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const file = await exportChangedUses(deps, actor, askedChangedUses(new URL(request.url)));
  return file.ok ? csvResponse(file.value) : refusalResponse(file.refusal);
}
