import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { askPermission } from "#app/services/intake/ask-permission.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Has Shopify tell what the merchant just allowed. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const permission = fieldOf(await request.formData(), "permission");
  return outcomeResponse(await askPermission(deps, actor, permission));
}
