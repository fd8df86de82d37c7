import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { readCaseQuery } from "#app/components/case/list-query.ts";
import { QueuePage } from "#app/components/case/queue-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { listCases } from "#app/services/case/list-cases.server.ts";
import { readCaseChoices } from "#app/services/case/read-case-choices.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { listViews } from "#app/services/view/list-views.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const filter = readCaseQuery(url);
  const [page, choices, views] = await Promise.all([
    listCases(deps, actor, { filter, cursor: textOrNull(url, "cursor") }).then(valueOrThrow),
    readCaseChoices(deps, actor).then(valueOrThrow),
    listViews(deps, actor, "cases").then(valueOrThrow),
  ]);
  return json({ page, filter, choices, views });
}

export const meta: MetaFunction = () => [{ title: "Review · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Review() {
  return <QueuePage {...useLoaderData<typeof loader>()} />;
}
