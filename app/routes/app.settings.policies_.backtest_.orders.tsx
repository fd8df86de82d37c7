import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { BacktestOrdersPage } from "#app/components/backtest/orders-page.tsx";
import { OUTCOMES, type ChosenOutcome, type OrderChoice } from "#app/domain/backtest/backtest.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { oneOf, textOf, textOrNull } from "#app/routing/search-params.ts";
import { listBacktestOrders } from "#app/services/backtest/list-backtest-orders.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

const CHOSEN: readonly ChosenOutcome[] = [...OUTCOMES, "looked_at"];

/** `?id=` is the backtest, `?side=` and `?outcome=` the number; without a side, all orders that change. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const side = oneOf(url, "side", ["changed", "first", "second"], "changed");
  const choice: OrderChoice =
    side === "changed" ? "changed" : { side, outcome: oneOf(url, "outcome", CHOSEN, "held") };
  const asked = { id: textOf(url, "id"), choice, cursor: textOrNull(url, "cursor") };
  return json(valueOrThrow(await listBacktestOrders(deps, actor, asked)));
}

export const meta: MetaFunction = () => [{ title: "Orders of a backtest · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function BacktestOrders() {
  return <BacktestOrdersPage {...useLoaderData<typeof loader>()} />;
}
