import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { retryMessages } from "#app/services/intake/retry-messages.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Tries one webhook that was set aside again, or all of them. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const id = fieldOf(await request.formData(), "id");
  return outcomeResponse(await retryMessages(deps, actor, id));
}
