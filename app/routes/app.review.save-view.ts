import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { saveView } from "#app/services/view/save-view.server.ts";

/** Gives the present filters of the list of cases a name. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const view = { name: fieldOf(posted, "name"), query: fieldOf(posted, "query") };
  return outcomeResponse(await saveView(deps, actor, { list: "cases", ...view }));
}
