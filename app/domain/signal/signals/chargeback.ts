import type { AftermathFacts, Hit, Signal } from "../signal.ts";

export const chargeback = {
  supporting: false,
  catches: "An order with a bonus whose payment was called back by the bank.",
  why: "Goods, bonus and money are gone: with a stolen card nothing comes back.",
  wronglyCatches: "A parcel that never came, and a name on the statement nobody recognises.",
  detect({ order, chargebackAt }: AftermathFacts): Hit | null {
    if (chargebackAt === null || !order.codes.some(({ discountMinor }) => discountMinor > 0))
      return null;
    return { bits: 2.5, evidence: { orders: [{ orderId: order.id, shares: [] }], numbers: {} } };
  },
} satisfies Signal;
