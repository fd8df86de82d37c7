import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { PrivacyPage } from "#app/components/settings/privacy-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { readPrivacy } from "#app/services/compliance/read-privacy.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const cursors = { requests: textOrNull(url, "requests"), accesses: textOrNull(url, "accesses") };
  return json({ privacy: valueOrThrow(await readPrivacy(deps, actor, cursors)) });
}

export const meta: MetaFunction = () => [{ title: "Personal data · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Privacy() {
  return <PrivacyPage privacy={useLoaderData<typeof loader>().privacy} />;
}
