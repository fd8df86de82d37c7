import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { BacktestOrdersPage } from "#app/components/backtest/orders-page.tsx";
import { askedBacktestOrders } from "#app/routing/asked-backtest-orders.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { listBacktestOrders } from "#app/services/backtest/list-backtest-orders.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const asked = { ...askedBacktestOrders(url), cursor: textOrNull(url, "cursor") };
  return json(valueOrThrow(await listBacktestOrders(deps, actor, asked)));
}

export const meta: MetaFunction = () => [{ title: "Orders of a backtest · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function BacktestOrders() {
  return <BacktestOrdersPage {...useLoaderData<typeof loader>()} />;
}
