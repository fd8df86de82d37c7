import type { Minimum, Offer } from "../checkout/discount.ts";
import { formatMoney } from "../page/money.ts";
import type { Discount, ShopState } from "../state.ts";

export function discountStatus(
  discount: Discount,
  now: Date,
): { readonly text: "Active" | "Scheduled" | "Expired"; readonly badge: string } {
  if (discount.endsAt && discount.endsAt <= now) return { text: "Expired", badge: "" };
  if (discount.startsAt > now) return { text: "Scheduled", badge: "warn" };
  return { text: "Active", badge: "good" };
}

export function offerText(discount: Discount, currency: string): string {
  return discount.type === "app"
    ? `Function ${discount.functionHandle}`
    : textOf(discount.offer, currency);
}

function textOf(offer: Offer, currency: string): string {
  const percent = (fraction: number): string => `${Math.round(fraction * 10_000) / 100} %`;
  switch (offer.kind) {
    case "percentage":
      return `${percent(offer.fraction)} off ${itemsText(offer.items.kind)}`;
    case "amount":
      return `${formatMoney(offer.amount, currency)} off ${
        offer.onEachItem ? "each item" : itemsText(offer.items.kind)
      }`;
    case "free-shipping":
      return "Free shipping";
    case "buy-x-get-y":
      return `Buy X, get ${offer.getsQuantity} at ${percent(offer.fraction)} off`;
  }
}

function itemsText(kind: "all" | "some"): string {
  return kind === "all" ? "the order" : "chosen products";
}

/** The rules Shopify holds by itself, one a line. */
export function ruleTexts(discount: Discount, shop: ShopState): readonly string[] {
  if (discount.method === "automatic") return [];
  const rules: string[] = [];
  if (discount.usageLimit !== undefined) rules.push(`${discount.usageLimit} uses of each code`);
  if (discount.appliesOncePerCustomer) rules.push("Once per customer");
  if (discount.audience.kind === "customers") rules.push("Chosen customers");
  if (discount.audience.kind === "segments") {
    const ids = discount.audience.ids;
    const names = shop.segments
      .filter(({ id }) => ids.includes(`gid://shopify/Segment/${id}`))
      .map(({ name }) => name);
    rules.push(`Segment ${names.join(", ") || ids.join(", ")}`);
  }
  if (discount.type !== "app" && discount.minimum) {
    rules.push(minimumText(discount.minimum, shop.currencyCode));
  }
  return rules;
}

function minimumText(minimum: Minimum, currency: string): string {
  return minimum.kind === "subtotal"
    ? `From ${formatMoney(minimum.amount, currency)}`
    : `From ${minimum.quantity} items`;
}

export function usesText(discount: Discount): string {
  if (discount.method === "automatic") return "";
  const { uses } = discount.redeemCodes;
  return uses === 1 ? "once" : `${uses} times`;
}
