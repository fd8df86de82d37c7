import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { HomePage } from "#app/components/home/home-page.tsx";
import { RANGES } from "#app/components/home/range-selector.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { readDashboard } from "#app/services/insight/read-dashboard.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const asked = new URL(request.url).searchParams.get("days");
  const days = RANGES.find((range) => String(range) === asked) ?? 30;
  const dashboard = valueOrThrow(await readDashboard(deps, actor, { days }));
  return json({ dashboard, days });
}

export const meta: MetaFunction = () => [{ title: "Home · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Home() {
  const { dashboard, days } = useLoaderData<typeof loader>();
  return <HomePage dashboard={dashboard} days={days} />;
}
