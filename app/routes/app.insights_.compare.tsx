import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { ComparePage } from "#app/components/insight/compare-page.tsx";
import { askedRange, slicesOf } from "#app/routing/asked-range.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOf } from "#app/routing/search-params.ts";
import { compareSlices } from "#app/services/insight/compare-slices.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const slices = slicesOf(url);
  const asked = { slices, range: askedRange(url), then: textOf(url, "then", 10) };
  return json({ comparison: valueOrThrow(await compareSlices(deps, actor, asked)) });
}

export const meta: MetaFunction = () => [{ title: "Compare · Bonafide" }];

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Compare() {
  return <ComparePage {...useLoaderData<typeof loader>()} />;
}
