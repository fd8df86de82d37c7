import type { Items, Minimum } from "../../checkout/discount.ts";
import { formatMoney } from "../../page/money.ts";
import type { NativeDiscount, ShopState } from "../../state.ts";

/** What a discount is in a line. Shopify writes one too; the words are ours. */
export function summaryOf(shop: ShopState, { offer, minimum }: NativeDiscount): string {
  const parts = [offerText(shop.currencyCode, offer)];
  if (minimum) parts.push(minimumText(shop.currencyCode, minimum));
  return parts.join(" • ");
}

function offerText(currency: string, offer: NativeDiscount["offer"]): string {
  switch (offer.kind) {
    case "percentage":
      return `${percent(offer.fraction)} off ${itemsText(offer.items)}`;
    case "amount":
      return `${formatMoney(offer.amount, currency)} off ${itemsText(offer.items)}`;
    case "free-shipping":
      return "Free shipping on entire order";
    case "buy-x-get-y": {
      const bought =
        offer.buysNeed.kind === "quantity"
          ? `${offer.buysNeed.quantity} items`
          : formatMoney(offer.buysNeed.amount, currency);
      const given = offer.fraction === 1 ? "free" : `at ${percent(offer.fraction)} off`;
      return `Buy ${bought}, get ${offer.getsQuantity} items ${given}`;
    }
  }
}

function itemsText(items: Items): string {
  return items.kind === "all" ? "entire order" : "selected items";
}

function minimumText(currency: string, minimum: Minimum): string {
  return minimum.kind === "subtotal"
    ? `Minimum purchase of ${formatMoney(minimum.amount, currency)}`
    : `Minimum quantity of ${minimum.quantity}`;
}

function percent(fraction: number): string {
  return `${Math.round(fraction * 10_000) / 100}%`;
}
