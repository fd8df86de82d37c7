import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { askCheck } from "#app/services/intake/ask-check.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Has Shopify’s orders compared and the books checked. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await askCheck(deps, actor));
}
