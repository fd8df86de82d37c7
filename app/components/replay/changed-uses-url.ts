import type { ChangedChoice } from "#app/domain/replay/history.ts";

/** The uses behind a number of “What would this have done?”, as a page or as a file. */
export function changedUsesUrl(
  id: string,
  choice: ChangedChoice,
  of: "orders" | "orders/export" = "orders",
): string {
  const chosen = choice === "changed" ? {} : choice;
  return `/app/insights/what-if/${of}?${new URLSearchParams({ id, ...chosen })}`;
}
