import type { LoaderFunctionArgs } from "@remix-run/node";
import { askedBacktestOrders } from "#app/routing/asked-backtest-orders.ts";
import { csvResponse } from "#app/routing/csv-response.ts";
import { refusalResponse } from "#app/routing/outcome-response.ts";
import { exportBacktestOrders } from "#app/services/backtest/export-backtest-orders.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

/** The orders behind a number of a backtest, as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const file = await exportBacktestOrders(deps, actor, askedBacktestOrders(new URL(request.url)));
  return file.ok ? csvResponse(file.value) : refusalResponse(file.refusal);
}
