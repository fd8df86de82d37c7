import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { chooseDiscounts, choiceOf } from "#app/services/adoption/choose-discounts.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Has discounts become campaigns: `ids` with commas between, or "all" that can. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const ids = fieldOf(await request.formData(), "ids");
  return outcomeResponse(await chooseDiscounts(deps, actor, choiceOf(ids)));
}
