import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { deleteView } from "#app/services/view/delete-view.server.ts";

/** Takes a saved view away. The codes in it stay. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  return outcomeResponse(
    await deleteView(deps, actor, { list: "codes", id: fieldOf(posted, "id") }),
  );
}
