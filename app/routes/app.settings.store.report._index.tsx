import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { ReportPage } from "#app/components/store/report-page.tsx";
import { readFindingKind } from "#app/components/store/report-query.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { readStoreReport } from "#app/services/adoption/read-store-report.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const kind = readFindingKind(url);
  const question = { kind, cursor: textOrNull(url, "cursor") };
  return json({ kind, ...valueOrThrow(await readStoreReport(deps, actor, question)) });
}

export const meta: MetaFunction = () => [{ title: "Report on your store · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Report() {
  return <ReportPage {...useLoaderData<typeof loader>()} />;
}
