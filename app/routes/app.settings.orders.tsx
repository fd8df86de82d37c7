import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { OrdersPage } from "#app/components/settings/orders-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { readIntake } from "#app/services/intake/read-intake.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return json({ intake: valueOrThrow(await readIntake(deps, actor)) });
}

export const meta: MetaFunction = () => [{ title: "Orders and numbers · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Orders() {
  return <OrdersPage intake={useLoaderData<typeof loader>().intake} />;
}
