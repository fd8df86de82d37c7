import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { assignCases } from "#app/services/case/assign-cases.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Gives cases to somebody. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const ids = fieldOf(posted, "ids").split(",");
  return outcomeResponse(await assignCases(deps, actor, ids, fieldOf(posted, "assignee")));
}
