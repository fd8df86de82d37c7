import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { changeGuestKey } from "#app/services/guard/change-guest-key.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Gives the shop a new key for what the checkout sees of guests. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await changeGuestKey(deps, actor));
}
