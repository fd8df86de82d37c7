import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { setWanted } from "#app/services/campaign/set-wanted.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Takes the campaign's codes out of use for good. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await setWanted(deps, actor, params["id"] ?? "", "ended"));
}
