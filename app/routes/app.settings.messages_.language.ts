import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { setLanguage } from "#app/services/message/set-language.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Sets the language that shoppers read whose own has no sentences. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  return outcomeResponse(await setLanguage(deps, actor, fieldOf(posted, "language")));
}
