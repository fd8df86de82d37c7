import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { setBodyDays } from "#app/services/intake/set-body-days.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Decides how long stored webhooks are kept. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const bodyDays = fieldOf(await request.formData(), "bodyDays");
  return outcomeResponse(await setBodyDays(deps, actor, bodyDays));
}
