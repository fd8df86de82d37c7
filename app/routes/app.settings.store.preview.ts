import type { LoaderFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { textOf } from "#app/routing/search-params.ts";
import { choiceOf } from "#app/services/adoption/choose-discounts.server.ts";
import { previewAdoption } from "#app/services/adoption/preview-adoption.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** Ids of one page at most. */
const IDS_LENGTH = 2_000;

/** What adopting these discounts would do. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const ids = textOf(new URL(request.url), "ids", IDS_LENGTH);
  return outcomeResponse(await previewAdoption(deps, actor, choiceOf(ids)));
}
