import type { LoaderFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { getImport } from "#app/services/import/get-import.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** What was read of an import, for the form of a campaign that will use it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await getImport(deps, actor, params["id"] ?? ""));
}
