import { DAY_MS } from "../../shared/days.ts";
import type { AftermathFacts, Hit, Signal } from "../signal.ts";

const SOON_DAYS = 30;

export const refundAfterBonus = {
  supporting: true,
  catches: "An order with a bonus that is given back within a month.",
  why: "What was bought only for its bonus (a gift, a tier, a commission) comes back.",
  wronglyCatches: "Everybody whom it did not fit: most refunds are this.",
  detect({ order, encoded, refunds }: AftermathFacts): Hit | null {
    if (!order.codes.some(({ discountMinor }) => discountMinor > 0)) return null;
    const soon = refunds.filter(({ at }) => at - encoded.at <= SOON_DAYS * DAY_MS);
    const backMinor = soon.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    if (backMinor <= 0 || order.totalMinor <= 0) return null;
    const share = Math.min(1, backMinor / order.totalMinor);
    return {
      bits: 1.5 * share,
      evidence: { orders: [{ orderId: order.id, shares: [] }], numbers: { backMinor } },
    };
  },
} satisfies Signal;
