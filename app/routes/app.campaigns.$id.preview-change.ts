import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ShouldRevalidateFunction } from "@remix-run/react";
import { readChangeForm } from "#app/domain/schedule/read-change.ts";
import { outcomeResponse } from "#app/routing/outcome-response.ts";
import { textOf } from "#app/routing/search-params.ts";
import { previewChange } from "#app/services/schedule/preview-change.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** What a change would do, and when. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const form = readChangeForm((name) => textOf(url, name, 2_000));
  return outcomeResponse(await previewChange(deps, actor, params["id"] ?? "", form));
}

/** What was shown belongs to what was asked; once it is done there is nothing more to preview. */
export const shouldRevalidate: ShouldRevalidateFunction = () => false;
