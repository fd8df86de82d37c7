import type { OrderChoice } from "#app/domain/backtest/backtest.ts";

/** The orders behind a backtest's number, as a page or as a file. */
export function backtestOrdersUrl(
  id: string,
  choice: OrderChoice,
  of: "orders" | "orders/export" = "orders",
): string {
  const chosen = choice === "changed" ? { side: "changed" } : choice;
  return `/app/settings/policies/backtest/${of}?${new URLSearchParams({ id, ...chosen })}`;
}
