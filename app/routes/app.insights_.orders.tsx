import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { LinesPage } from "#app/components/insight/lines-page.tsx";
import { askedRange } from "#app/routing/asked-range.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOf, textOrNull } from "#app/routing/search-params.ts";
import { listLines } from "#app/services/insight/list-lines.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const asked = {
    ...{ slice: textOf(url, "slice"), range: askedRange(url), part: textOf(url, "part", 30) },
    cursor: textOrNull(url, "cursor"),
  };
  return json({ answer: valueOrThrow(await listLines(deps, actor, asked)) });
}

export const meta: MetaFunction = () => [{ title: "Orders behind a number · Bonafide" }];

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Orders() {
  return <LinesPage {...useLoaderData<typeof loader>()} />;
}
