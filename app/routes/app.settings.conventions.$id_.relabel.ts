import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { relabelCampaigns } from "#app/services/naming/relabel-campaigns.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Reads the names that fit by the newest version of their convention. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await relabelCampaigns(deps, actor, params["id"] ?? ""));
}
