import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { CodesPage } from "#app/components/code/codes-page.tsx";
import { CODE_STATE_CHOICES } from "#app/components/code/list-query.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { oneOf, textOf, textOrNull } from "#app/routing/search-params.ts";
import { listCampaigns } from "#app/services/campaign/list-campaigns.server.ts";
import { listCodes } from "#app/services/code/list-codes.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const query = {
    text: textOf(url, "q"),
    campaignId: textOrNull(url, "campaign"),
    state: oneOf(url, "state", CODE_STATE_CHOICES, "all"),
  };
  const cursor = textOrNull(url, "cursor");
  const latest = { status: "all", text: "", sort: "newest", cursor: null } as const;
  const [page, campaigns] = await Promise.all([
    listCodes(deps, actor, { ...query, cursor }).then(valueOrThrow),
    listCampaigns(deps, actor, latest).then(valueOrThrow),
  ]);
  const choices = campaigns.rows.map(({ id, name }) => ({ id, name }));
  return json({ page, query, campaigns: choices });
}

export const meta: MetaFunction = () => [{ title: "Codes · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Codes() {
  return <CodesPage {...useLoaderData<typeof loader>()} />;
}
