import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { addCodes } from "#app/services/code/add-codes.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Gives a campaign more codes: so many new ones, or those of an import. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const order = { count: fieldOf(posted, "count"), importId: fieldOf(posted, "importId") };
  return outcomeResponse(await addCodes(deps, actor, params["id"] ?? "", order));
}
