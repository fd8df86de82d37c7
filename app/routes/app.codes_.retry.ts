import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { retryCodes } from "#app/services/code/retry-codes.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Sends codes to Shopify once more that it refused. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const ids = fieldOf(await request.formData(), "ids")
    .split(",")
    .filter((id) => id !== "");
  return outcomeResponse(await retryCodes(deps, actor, { ids }));
}
