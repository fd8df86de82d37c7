import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { changeCodes } from "#app/services/code/change-codes.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Puts paused codes back into use. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const ids = fieldOf(await request.formData(), "ids").split(",");
  return outcomeResponse(await changeCodes(deps, actor, "resume", { ids }));
}
