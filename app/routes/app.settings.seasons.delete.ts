import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { deleteSeason } from "#app/services/season/delete-season.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Deletes a season nothing counts by. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  return outcomeResponse(await deleteSeason(deps, actor, fieldOf(posted, "key")));
}
