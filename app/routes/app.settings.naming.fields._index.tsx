import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { FieldsPage } from "#app/components/naming/fields-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { listFields } from "#app/services/naming/list-fields.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return json({ fields: valueOrThrow(await listFields(deps, actor)) });
}

export const meta: MetaFunction = () => [{ title: "Fields · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Fields() {
  return <FieldsPage {...useLoaderData<typeof loader>()} />;
}
