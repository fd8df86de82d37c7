import type { LoaderFunctionArgs } from "@remix-run/node";
import { askedRange, slicesOf } from "#app/routing/asked-range.ts";
import { csvResponse } from "#app/routing/csv-response.ts";
import { refusalResponse } from "#app/routing/outcome-response.ts";
import { textOf, textOrNull } from "#app/routing/search-params.ts";
import { exportInsights } from "#app/services/insight/export-insights.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** What a page of numbers shows, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const file = await exportInsights(deps, actor, {
    of: textOf(url, "of"),
    by: textOrNull(url, "by"),
    slices: slicesOf(url),
    range: askedRange(url),
    part: textOf(url, "part", 30),
    then: textOf(url, "then", 10),
  });
  return file.ok ? csvResponse(file.value) : refusalResponse(file.refusal);
}
