import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { CampaignsPage } from "#app/components/campaign/campaigns-page.tsx";
import { CAMPAIGN_SORTS, CAMPAIGN_TABS } from "#app/components/campaign/list-query.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { oneOf, textOf, textOrNull } from "#app/routing/search-params.ts";
import { listCampaigns } from "#app/services/campaign/list-campaigns.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const query = {
    status: oneOf(url, "status", CAMPAIGN_TABS, "all"),
    text: textOf(url, "q"),
    sort: oneOf(url, "sort", CAMPAIGN_SORTS, "newest"),
  };
  const cursor = textOrNull(url, "cursor");
  const page = valueOrThrow(await listCampaigns(deps, actor, { ...query, cursor }));
  return json({ page, query });
}

export const meta: MetaFunction = () => [{ title: "Campaigns · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Campaigns() {
  return <CampaignsPage {...useLoaderData<typeof loader>()} />;
}
