import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { createApiKey } from "#app/services/api-key/create-api-key.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Makes a key; its answer is the one time the key is told. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  return outcomeResponse(await createApiKey(deps, actor, { name: fieldOf(posted, "name") }));
}
