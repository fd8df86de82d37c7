import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { ImportPage } from "#app/components/code/import-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { getCampaign } from "#app/services/campaign/get-campaign.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

/** `?campaign=` is the one the codes are meant for. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const id = textOrNull(new URL(request.url), "campaign");
  const meant = id === null ? null : valueOrThrow(await getCampaign(deps, actor, id));
  return json({ campaign: meant && { id: meant.id, name: meant.name } });
}

export const meta: MetaFunction = () => [{ title: "Import codes · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Import() {
  return <ImportPage {...useLoaderData<typeof loader>()} />;
}
