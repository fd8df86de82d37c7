import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { startReading } from "#app/services/adoption/start-reading.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Begins to read the store's discounts and codes. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await startReading(deps, actor));
}
