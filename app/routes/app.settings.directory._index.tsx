import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { DirectoryPage } from "#app/components/directory/directory-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { listDirectory } from "#app/services/directory/list-directory.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return json({ directory: valueOrThrow(await listDirectory(deps, actor)) });
}

export const meta: MetaFunction = () => [{ title: "Staff and code owners · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function DirectoryOfShop() {
  return <DirectoryPage {...useLoaderData<typeof loader>()} />;
}
