import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { discardImport } from "#app/services/import/discard-import.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Forgets codes that were brought but not used. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await discardImport(deps, actor, params["id"] ?? ""));
}
