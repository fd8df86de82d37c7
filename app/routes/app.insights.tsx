import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { InsightsPage } from "#app/components/insight/insights-page.tsx";
import { askedRange } from "#app/routing/asked-range.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { readBreakdown } from "#app/services/insight/read-breakdown.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const asked = { grain: textOrNull(url, "by"), range: askedRange(url) };
  return json({ breakdown: valueOrThrow(await readBreakdown(deps, actor, asked)) });
}

export const meta: MetaFunction = () => [{ title: "Insights · Bonafide" }];

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Insights() {
  return <InsightsPage {...useLoaderData<typeof loader>()} />;
}
