import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { PeoplePage } from "#app/components/guard/people-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { listExceptions } from "#app/services/exception/list-exceptions.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const cursor = textOrNull(new URL(request.url), "cursor");
  return json(valueOrThrow(await listExceptions(deps, actor, cursor)));
}

export const meta: MetaFunction = () => [{ title: "Disqualified and allowed people · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function People() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />;
}
