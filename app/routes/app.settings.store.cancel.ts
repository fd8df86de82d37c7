import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { cancelReading } from "#app/services/adoption/cancel-reading.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Stops the reading that is under way. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await cancelReading(deps, actor));
}
