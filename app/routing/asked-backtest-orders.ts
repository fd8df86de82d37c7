import { OUTCOMES, type ChosenOutcome, type OrderChoice } from "#app/domain/backtest/backtest.ts";
import { oneOf, textOf } from "./search-params.ts";

const CHOSEN: readonly ChosenOutcome[] = [...OUTCOMES, "looked_at"];

/** `?id=` is the backtest, `?side=` and `?outcome=` its number; without a side, all orders that change. */
export function askedBacktestOrders(url: URL): { id: string; choice: OrderChoice } {
  const side = oneOf(url, "side", ["changed", "first", "second"], "changed");
  const outcome = oneOf(url, "outcome", CHOSEN, "held");
  return { id: textOf(url, "id"), choice: side === "changed" ? side : { side, outcome } };
}
