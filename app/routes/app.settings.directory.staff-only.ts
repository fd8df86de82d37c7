import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { setStaffOnly } from "#app/services/directory/set-staff-only.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Says whether a campaign's codes are for staff only. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const staffOnly = fieldOf(posted, "staffOnly") === "yes";
  const form = { campaign: fieldOf(posted, "campaign"), staffOnly };
  return outcomeResponse(await setStaffOnly(deps, actor, form));
}
