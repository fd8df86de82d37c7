import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { SeasonsPage } from "#app/components/guard/seasons-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { listSeasons } from "#app/services/season/list-seasons.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return json({ seasons: valueOrThrow(await listSeasons(deps, actor)) });
}

export const meta: MetaFunction = () => [{ title: "Seasons · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Seasons() {
  return <SeasonsPage {...useLoaderData<typeof loader>()} />;
}
