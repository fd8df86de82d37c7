import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { withoutNul } from "#app/routing/search-params.ts";
import { deleteField } from "#app/services/naming/delete-field.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Deletes a field of the shop's own. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await deleteField(deps, actor, withoutNul(params["id"] ?? "")));
}
