import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf, jsonOf } from "#app/routing/posted.ts";
import { adoptConvention } from "#app/services/naming/adopt-convention.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Takes a convention that was found in the shop's codes into use. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const form = {
    name: fieldOf(posted, "name"),
    pattern: fieldOf(posted, "pattern"),
    fields: jsonOf(posted, "fields"),
    replaces: fieldOf(posted, "replaces"),
  };
  return outcomeResponse(await adoptConvention(deps, actor, form));
}
