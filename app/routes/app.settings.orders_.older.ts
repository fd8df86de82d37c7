import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { askOlderOrders } from "#app/services/intake/ask-older-orders.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Has all orders of the store read, once Shopify shows them. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await askOlderOrders(deps, actor));
}
