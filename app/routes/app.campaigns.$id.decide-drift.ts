import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf, jsonOf } from "#app/routing/posted.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { decideDrift } from "#app/services/sync/decide-drift.server.ts";

/** Decides what holds where a campaign and its discount came apart: one choice for all, or one for each field. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const decision = {
    driftId: fieldOf(posted, "driftId"),
    seen: fieldOf(posted, "seen"),
    all: fieldOf(posted, "choice"),
    each: jsonOf(posted, "choices"),
  };
  return outcomeResponse(await decideDrift(deps, actor, params["id"] ?? "", decision));
}
