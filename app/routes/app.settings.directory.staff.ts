import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { changeStaffList } from "#app/services/directory/change-staff-list.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Changes who is staff. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const form = { change: fieldOf(posted, "change"), addresses: fieldOf(posted, "addresses") };
  return outcomeResponse(await changeStaffList(deps, actor, form));
}
