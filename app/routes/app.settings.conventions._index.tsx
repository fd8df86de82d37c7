import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { ConventionsPage } from "#app/components/convention/conventions-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { listConventions } from "#app/services/naming/list-conventions.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return json({ conventions: valueOrThrow(await listConventions(deps, actor, { retired: true })) });
}

export const meta: MetaFunction = () => [{ title: "Conventions · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Conventions() {
  return <ConventionsPage {...useLoaderData<typeof loader>()} />;
}
