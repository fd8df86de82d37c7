import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { boundary } from "@shopify/shopify-app-remix/server";
import { throwRefusal } from "#app/routing/outcome-response.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

/** Any address of the app that no page has: the menu stays, and there is a way back. */
export async function loader({ request }: LoaderFunctionArgs) {
  await openSession(request);
  const message = "The address may be old or mistyped. Nothing of yours was changed.";
  return throwRefusal({ kind: "not_found", message });
}

export const meta: MetaFunction = () => [{ title: "Not found · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

/** Never shown: the loader always answers with the error. It makes the route a page, so that its boundary counts. */
export default function NotFound() {
  return null;
}
