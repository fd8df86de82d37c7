import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { setAlarmAside } from "#app/services/insight/set-alarm-aside.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Puts an alarm that was set aside back on the home page. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const id = fieldOf(await request.formData(), "id");
  return outcomeResponse(await setAlarmAside(deps, actor, { id, isAside: false }));
}
