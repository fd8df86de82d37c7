import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { refitScale } from "#app/services/calibration/refit-scale.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Fits the shop's scale to everything that was decided. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await refitScale(deps, actor));
}
