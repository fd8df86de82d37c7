import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { cancelHistoryReplay } from "#app/services/replay/cancel-history-replay.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Stops answering what was asked of the shop's history. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const id = (await request.formData()).get("id");
  return outcomeResponse(await cancelHistoryReplay(deps, actor, typeof id === "string" ? id : ""));
}
