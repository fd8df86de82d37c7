import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { wholeNumberOf } from "#app/routing/posted.ts";
import { deleteGroup } from "#app/services/group/delete-group.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Deletes a group no campaign is in. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  return outcomeResponse(await deleteGroup(deps, actor, wholeNumberOf(posted, "number")));
}
