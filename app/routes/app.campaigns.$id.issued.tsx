import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { IssuedPage } from "#app/components/issuance/issued-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { readIssued } from "#app/services/issuance/read-issued.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return json({ issued: valueOrThrow(await readIssued(deps, actor, params["id"] ?? "")) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.issued.campaign.name ?? "Campaign"}: issued to · Bonafide` },
];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Issued() {
  return <IssuedPage {...useLoaderData<typeof loader>()} />;
}
