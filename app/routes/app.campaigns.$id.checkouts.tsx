import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { CheckoutsPage } from "#app/components/insight/checkouts-page.tsx";
import { askedRange } from "#app/routing/asked-range.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOf, textOrNull } from "#app/routing/search-params.ts";
import { listCheckouts } from "#app/services/checkout/list-checkouts.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const asked = {
    of: textOf(url, "of", 7),
    range: askedRange(url),
    cursor: textOrNull(url, "cursor"),
  };
  return json(valueOrThrow(await listCheckouts(deps, actor, params["id"] ?? "", asked)));
}

export const meta: MetaFunction = () => [{ title: "Checkouts behind a number · Bonafide" }];

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Checkouts() {
  return <CheckoutsPage {...useLoaderData<typeof loader>()} />;
}
