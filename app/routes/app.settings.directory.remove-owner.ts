import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { removeCodeOwner } from "#app/services/directory/remove-code-owner.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** A code is no longer somebody's. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  return outcomeResponse(await removeCodeOwner(deps, actor, fieldOf(posted, "id")));
}
