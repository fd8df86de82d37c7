import type { Offer } from "#app/domain/campaign/offer.ts";
import type { LimitWindow } from "#app/domain/policy/limit.ts";
import { formatMoney } from "./money.ts";
import { formatNumber, formatPercent } from "./number.ts";

/** "15% off", "€10.00 off", "Free shipping". */
export function formatOffer(offer: Offer, locale: string): string {
  switch (offer.kind) {
    case "percentage":
      return `${formatPercent(offer.basisPoints / 10_000, locale)} off`;
    case "fixed_amount":
      return `${formatMoney(offer.amountMinor, offer.currency, locale)} off`;
    case "free_shipping":
      return "Free shipping";
  }
}

export const WINDOW_LABELS: Record<LimitWindow, string> = {
  lifetime: "in total",
  day: "a day",
  week: "a week",
  month: "a month",
  quarter: "a quarter",
};

/** "once in total", "2 times a month". */
export function formatLimit(perCustomer: number, window: LimitWindow, locale: string): string {
  const times = perCustomer === 1 ? "once" : `${formatNumber(perCustomer, locale)} times`;
  return `${times} ${WINDOW_LABELS[window]}`;
}
