import type { LoaderFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { checkCampaign } from "#app/services/naming/check-campaign.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Where a campaign's name contradicts what it does now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await checkCampaign(deps, actor, params["id"] ?? ""));
}
