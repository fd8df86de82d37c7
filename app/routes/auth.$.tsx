import type { HeadersFunction, LoaderFunctionArgs } from "@remix-run/node";
import { useRouteError } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { LibraryPage } from "#app/components/frame/library-page.tsx";
import { processDeps } from "#app/infra/deps.server.ts";

/** The bounce and exit pages of Shopify's library: it answers them itself. */
export async function loader({ request }: LoaderFunctionArgs) {
  await processDeps().shopify.authenticate.admin(request);
  return null;
}

export function ErrorBoundary() {
  return <LibraryPage error={useRouteError()} />;
}

export const headers: HeadersFunction = (args) => boundary.headers(args);
