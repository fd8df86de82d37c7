import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { retireConvention } from "#app/services/naming/retire-convention.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Takes a naming convention out of use. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await retireConvention(deps, actor, params["id"] ?? ""));
}
