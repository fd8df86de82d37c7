import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { undoDecision } from "#app/services/case/undo-decision.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Takes the decision on a case back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await undoDecision(deps, actor, params["id"] ?? ""));
}
