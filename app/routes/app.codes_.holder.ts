import type { ActionFunctionArgs } from "@remix-run/node";
import { readCodeQuery } from "#app/components/code/list-query.ts";
import { done } from "#app/domain/shared/outcome.ts";
import { outcomeResponse, refusalResponse } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { listCodes } from "#app/services/code/list-codes.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** The codes one person was given. A post although it only reads: nobody's e-mail address belongs into an address. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const query = readCodeQuery(new URL(`?${fieldOf(posted, "query")}`, request.url));
  const filter = { ...query, holder: fieldOf(posted, "holder").trim() || null };
  const cursor = fieldOf(posted, "cursor") || null;
  const page = await listCodes(deps, actor, { filter, cursor });
  return page.ok ? outcomeResponse(done({ page: page.value })) : refusalResponse(page.refusal);
}
