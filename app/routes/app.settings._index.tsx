import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { boundary } from "@shopify/shopify-app-remix/server";
import { SettingsPage } from "#app/components/settings/settings-page.tsx";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  await openSession(request);
  return null;
}

export const meta: MetaFunction = () => [{ title: "Settings · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Settings() {
  return <SettingsPage />;
}
