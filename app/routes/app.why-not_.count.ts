import type { LoaderFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { textOf } from "#app/routing/search-params.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { countWhyNot } from "#app/services/verdict/count-why-not.server.ts";

/** How many customers could use a code today, by why not. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const asked = { code: textOf(url, "code", 300), of: textOf(url, "of") };
  return outcomeResponse(await countWhyNot(deps, actor, asked, request.signal));
}
