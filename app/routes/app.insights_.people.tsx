import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { PeoplePage } from "#app/components/insight/people-page.tsx";
import { askedRange } from "#app/routing/asked-range.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOf, textOrNull } from "#app/routing/search-params.ts";
import { listPeople } from "#app/services/insight/list-people.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const asked = {
    ...{ of: textOf(url, "of"), slice: textOf(url, "slice"), within: textOf(url, "within", 2) },
    ...{ channel: textOf(url, "channel"), range: askedRange(url) },
    cursor: textOrNull(url, "cursor"),
  };
  return json({ answer: valueOrThrow(await listPeople(deps, actor, asked)) });
}

export const meta: MetaFunction = () => [{ title: "People behind a number · Bonafide" }];

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function People() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />;
}
