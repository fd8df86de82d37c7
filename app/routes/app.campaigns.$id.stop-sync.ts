import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { stopSync } from "#app/services/sync/stop-sync.server.ts";

/** Stops bringing a campaign to Shopify until somebody tries again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await stopSync(deps, actor, params["id"] ?? ""));
}
