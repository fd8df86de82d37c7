import type { Offer, PlainOffer } from "#app/domain/campaign/offer.ts";
import type { LimitWindow } from "#app/domain/policy/limit.ts";
import { formatMoney } from "./money.ts";
import { formatNumber, formatPercent } from "./number.ts";

/** "15% off", "€10.00 off each item", "Free shipping", "Buy 2, get 1 free". */
export function formatOffer(offer: Offer | PlainOffer, locale: string): string {
  switch (offer.kind) {
    case "percentage":
      return `${formatPercent(offer.basisPoints / 10_000, locale)} off`;
    case "fixed_amount":
      return `${formatMoney(offer.amountMinor, offer.currency, locale)} off${
        "eachItem" in offer && offer.eachItem ? " each item" : ""
      }`;
    case "free_shipping":
      return "Free shipping";
    case "buy_x_get_y": {
      const { quantity, basisPoints, currency } = offer;
      const { need } = offer.buys;
      const bought =
        need.kind === "quantity"
          ? `Buy ${formatNumber(need.quantity, locale)}`
          : `Buy for ${formatMoney(need.minor, currency, locale)}`;
      const price =
        basisPoints === 10_000 ? "free" : `at ${formatPercent(basisPoints / 10_000, locale)} off`;
      return `${bought}, get ${formatNumber(quantity, locale)} ${price}`;
    }
  }
}

export const WINDOW_LABELS: Record<LimitWindow, string> = {
  lifetime: "in total",
  day: "a day",
  week: "a week",
  month: "a month",
  quarter: "a quarter",
};
