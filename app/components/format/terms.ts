import type { Combines, Minimum } from "#app/domain/discount/terms.ts";
import { formatMoney } from "./money.ts";
import { formatNumber, plural } from "./number.ts";

/** "At least €50.00", "At least 3 items". */
export function formatMinimum(minimum: Minimum, currency: string, locale: string): string {
  if (minimum.kind === "subtotal")
    return `At least ${formatMoney(minimum.minor, currency, locale)}`;
  const { quantity } = minimum;
  return `At least ${formatNumber(quantity, locale)} ${plural(quantity, "item", "items")}`;
}

/** "Discounts on products and shipping", "No other discount". */
export function formatCombines({ product, order, shipping }: Combines): string {
  const words = [
    ...(product ? ["products"] : []),
    ...(order ? ["the order"] : []),
    ...(shipping ? ["shipping"] : []),
  ];
  const last = words.pop();
  if (last === undefined) return "No other discount";
  return `Discounts on ${words.length > 0 ? `${words.join(", ")} and ` : ""}${last}`;
}
