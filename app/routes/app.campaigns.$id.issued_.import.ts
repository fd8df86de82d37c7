import type { ActionFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { importIssuance } from "#app/services/issuance/import-issuance.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Takes a list of who was given the campaign: the body is the list itself, `?channel=` says how they were. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const channel = textOrNull(new URL(request.url), "channel") ?? "";
  const list = { channel, body: request.body };
  return outcomeResponse(await importIssuance(deps, actor, params["id"] ?? "", list));
}
