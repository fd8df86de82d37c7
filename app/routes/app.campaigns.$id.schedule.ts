import type { ActionFunctionArgs } from "@remix-run/node";
import { readChangeForm } from "#app/domain/schedule/read-change.ts";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { scheduleChange } from "#app/services/schedule/schedule-change.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Changes a campaign, now or at a time. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const form = readChangeForm((name) => fieldOf(posted, name));
  return outcomeResponse(await scheduleChange(deps, actor, params["id"] ?? "", form));
}
