import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf, wholeNumberOf } from "#app/routing/posted.ts";
import { saveGroup } from "#app/services/group/save-group.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Adds a group, or renames the one whose number is given. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const number = fieldOf(posted, "number") === "" ? null : wholeNumberOf(posted, "number");
  const form = { name: fieldOf(posted, "name") };
  return outcomeResponse(await saveGroup(deps, actor, number, form));
}
