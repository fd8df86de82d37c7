import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { InsightsPage } from "#app/components/insight/insights-page.tsx";
import { INSIGHT_RANGES } from "#app/domain/insight/by-dimension.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { readByDimension } from "#app/services/insight/read-by-dimension.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const days = INSIGHT_RANGES.find((range) => String(range) === url.searchParams.get("days")) ?? 30;
  const field = textOrNull(url, "field");
  return json({ answer: valueOrThrow(await readByDimension(deps, actor, { field, days })) });
}

export const meta: MetaFunction = () => [{ title: "Insights · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Insights() {
  return <InsightsPage {...useLoaderData<typeof loader>()} />;
}
