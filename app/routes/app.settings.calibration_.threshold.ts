import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { setThreshold } from "#app/services/calibration/set-threshold.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Sets from which score on orders are flagged. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const typed = fieldOf(await request.formData(), "flagFrom");
  return outcomeResponse(await setThreshold(deps, actor, typed));
}
