import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { cancelChange } from "#app/services/schedule/cancel-change.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Takes a waiting change off a campaign's schedule. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const changeId = fieldOf(await request.formData(), "changeId");
  const change = { campaignId: params["id"] ?? "", changeId };
  return outcomeResponse(await cancelChange(deps, actor, change));
}
