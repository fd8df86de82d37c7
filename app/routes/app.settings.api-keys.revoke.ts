import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { revokeApiKey } from "#app/services/api-key/revoke-api-key.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Ends a key. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  return outcomeResponse(await revokeApiKey(deps, actor, fieldOf(posted, "id")));
}
