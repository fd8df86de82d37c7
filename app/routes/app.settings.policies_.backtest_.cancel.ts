import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { cancelBacktest } from "#app/services/backtest/cancel-backtest.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Stops a backtest. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const id = fieldOf(await request.formData(), "id");
  return outcomeResponse(await cancelBacktest(deps, actor, id));
}
