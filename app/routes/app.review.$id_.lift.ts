import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { liftDisqualification } from "#app/services/flag/lift-disqualification.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Lets a disqualified customer use the campaign's codes again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const reason = fieldOf(await request.formData(), "reason");
  return outcomeResponse(await liftDisqualification(deps, actor, params["id"] ?? "", { reason }));
}
