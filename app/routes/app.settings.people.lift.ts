import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { liftException } from "#app/services/exception/lift-exception.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Ends a disqualification or an allowance. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const form = { kind: fieldOf(posted, "kind"), id: fieldOf(posted, "id") };
  return outcomeResponse(await liftException(deps, actor, form));
}
