import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { decisionOf } from "#app/routing/posted-decision.ts";
import { previewDecision } from "#app/services/case/preview-decision.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** What a decision would do to these cases. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const ids = fieldOf(posted, "ids").split(",");
  return outcomeResponse(await previewDecision(deps, actor, ids, decisionOf(posted)));
}
