import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { FLAG_TABS } from "#app/components/flag/flag-labels.ts";
import { ReviewPage } from "#app/components/flag/review-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { oneOf, textOrNull } from "#app/routing/search-params.ts";
import { listFlags } from "#app/services/flag/list-flags.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const state = oneOf(url, "state", FLAG_TABS, "open");
  const cursor = textOrNull(url, "cursor");
  const page = valueOrThrow(await listFlags(deps, actor, { state, cursor }));
  return json({ page, state });
}

export const meta: MetaFunction = () => [{ title: "Review · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Review() {
  return <ReviewPage {...useLoaderData<typeof loader>()} />;
}
