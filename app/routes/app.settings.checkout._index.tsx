import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { GuardPage } from "#app/components/guard/guard-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { readGuard } from "#app/services/guard/read-guard.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return json({ guard: valueOrThrow(await readGuard(deps, actor)) });
}

export const meta: MetaFunction = () => [{ title: "Checkout · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Checkout() {
  return <GuardPage {...useLoaderData<typeof loader>()} />;
}
