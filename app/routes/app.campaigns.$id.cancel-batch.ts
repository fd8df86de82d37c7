import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { cancelBatch } from "#app/services/code/cancel-batch.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Stops making codes of a batch. Those in Shopify already stay. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const batchId = fieldOf(await request.formData(), "batchId");
  const batch = { campaignId: params["id"] ?? "", batchId };
  return outcomeResponse(await cancelBatch(deps, actor, batch));
}
