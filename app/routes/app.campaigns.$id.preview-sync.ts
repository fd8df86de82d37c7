import type { LoaderFunctionArgs } from "@remix-run/node";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { previewSync } from "#app/services/sync/preview-sync.server.ts";

/** What the next sync of a campaign would do, by what stands in Shopify now. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return outcomeResponse(await previewSync(deps, actor, params["id"] ?? ""));
}
