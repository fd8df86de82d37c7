import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { setLeakEnded } from "#app/services/insight/set-leak-ended.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Ends a leak alarm: staff say that it is no leak, or dealt with. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const id = fieldOf(await request.formData(), "id");
  return outcomeResponse(await setLeakEnded(deps, actor, { id, isEnded: true }));
}
