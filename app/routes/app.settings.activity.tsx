import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { ActivityPage } from "#app/components/audit/activity-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { listAudit } from "#app/services/audit/list-audit.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const cursor = textOrNull(new URL(request.url), "cursor");
  return json({ page: valueOrThrow(await listAudit(deps, actor, { cursor })) });
}

export const meta: MetaFunction = () => [{ title: "Activity · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Activity() {
  return <ActivityPage {...useLoaderData<typeof loader>()} />;
}
