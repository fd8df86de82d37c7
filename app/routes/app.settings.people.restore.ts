import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { restoreException } from "#app/services/exception/lift-exception.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Undoes the lifting. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const form = { kind: fieldOf(posted, "kind"), id: fieldOf(posted, "id") };
  return outcomeResponse(await restoreException(deps, actor, form));
}
