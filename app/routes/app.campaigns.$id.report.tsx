import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { ReportPage } from "#app/components/insight/report-page.tsx";
import { askedRange } from "#app/routing/asked-range.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { readReport } from "#app/services/insight/read-report.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const range = askedRange(new URL(request.url));
  const report = valueOrThrow(await readReport(deps, actor, params["id"] ?? "", range));
  return json({ report });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Report of ${data?.report.campaign.name ?? "a campaign"} · Bonafide` },
];

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Report() {
  return <ReportPage {...useLoaderData<typeof loader>()} />;
}
