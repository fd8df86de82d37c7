import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { ApiKeysPage } from "#app/components/settings/api-keys-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { listApiKeys } from "#app/services/api-key/list-api-keys.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const keys = valueOrThrow(await listApiKeys(deps, actor));
  const address = new URL("/api/issuances", deps.env.SHOPIFY_APP_URL).href;
  return json({ keys, address });
}

export const meta: MetaFunction = () => [{ title: "API keys · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function ApiKeys() {
  return <ApiKeysPage {...useLoaderData<typeof loader>()} />;
}
