import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { saveSeason } from "#app/services/season/save-season.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Adds a season, or changes the one whose key is given. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const form = {
    name: fieldOf(posted, "name"),
    first: fieldOf(posted, "first"),
    last: fieldOf(posted, "last"),
    yearly: fieldOf(posted, "yearly"),
  };
  return outcomeResponse(await saveSeason(deps, actor, fieldOf(posted, "key") || null, form));
}
