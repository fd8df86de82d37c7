import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { RenamesPage } from "#app/components/naming/renames-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { planRenames } from "#app/services/naming/plan-renames.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return json({ overview: valueOrThrow(await planRenames(deps, actor, params["id"] ?? "")) });
}

export const meta: MetaFunction = () => [{ title: "Older names · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Renames() {
  return <RenamesPage {...useLoaderData<typeof loader>()} />;
}
