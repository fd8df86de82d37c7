import {
  backtestReport,
  type BacktestReport,
  type ChangedFact,
  type Ways,
} from "#app/domain/replay/backtest-report.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { judgePast } from "../backtest/judge-past.server.ts";

/** Judges the stream's orders in two ways, as “Backtest” does a shop's. */
export async function backtestStream(
  deps: Deps,
  shop: Pick<Shop, "id" | "currency">,
  ways: Ways,
): Promise<BacktestReport | null> {
  const changed: ChangedFact[] = [];
  const result = await judgePast(deps, shop, ways, {
    onProgress: () => Promise.resolve(true),
    onOrders: (orders) => {
      changed.push(...orders.filter(({ first, second }) => first !== second));
      return Promise.resolve();
    },
  });
  return result && backtestReport(ways, result, changed);
}
