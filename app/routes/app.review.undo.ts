import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { undoDecisions } from "#app/services/case/undo-decisions.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Takes back what was decided on these cases. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const asked = { ids: fieldOf(posted, "ids").split(","), decision: fieldOf(posted, "decision") };
  return outcomeResponse(await undoDecisions(deps, actor, asked));
}
