import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { takeNext } from "#app/services/case/take-next.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Takes the case that is due first and that nobody has. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await takeNext(deps, actor));
}
