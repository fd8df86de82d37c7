import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { undoChange } from "#app/services/schedule/undo-change.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Takes a change back that was done. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const changeId = fieldOf(await request.formData(), "changeId");
  const change = { campaignId: params["id"] ?? "", changeId };
  return outcomeResponse(await undoChange(deps, actor, change));
}
