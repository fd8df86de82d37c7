import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { retrySync } from "#app/services/campaign/retry-sync.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Brings a campaign whose sync failed to Shopify once more. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await retrySync(deps, actor, params["id"] ?? ""));
}
