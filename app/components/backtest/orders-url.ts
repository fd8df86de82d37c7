import type { OrderChoice } from "#app/domain/backtest/backtest.ts";

/** The orders behind a backtest's number. */
export function backtestOrdersUrl(id: string, choice: OrderChoice): string {
  const chosen = choice === "changed" ? { side: "changed" } : choice;
  return `/app/settings/policies/backtest/orders?${new URLSearchParams({ id, ...chosen })}`;
}
