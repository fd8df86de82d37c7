import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { retryEffects } from "#app/services/case/confirm-effects.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Tries again what Shopify refused. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await retryEffects(deps, actor, params["id"] ?? ""));
}
