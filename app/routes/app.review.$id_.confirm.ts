import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { confirmCancellations } from "#app/services/case/confirm-effects.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Has the orders cancelled that a decision asked for. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await confirmCancellations(deps, actor, params["id"] ?? ""));
}
