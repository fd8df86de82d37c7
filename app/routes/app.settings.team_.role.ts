import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { setRole } from "#app/services/staff/set-role.server.ts";

/** Gives one member of staff another role. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const staffId = fieldOf(posted, "staffId");
  return outcomeResponse(await setRole(deps, actor, staffId, fieldOf(posted, "role")));
}
