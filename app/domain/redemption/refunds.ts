import type { OrderFacts, OrderRefund } from "./order-facts.ts";

/** An amount in both currencies of an order. */
export type TwoAmounts = { shopMinor: number; presentmentMinor: number };

type Totals = Pick<OrderFacts, "currency" | "totalMinor" | "presentment">;

/** A refund in both currencies; the one that Shopify does not tell by the rate the order was placed at. */
export function refundAmounts(refund: OrderRefund, order: Totals): TwoAmounts {
  const { amountMinor, currency } = refund;
  return currency === order.presentment.currency && currency !== order.currency
    ? { shopMinor: toShop(amountMinor, order), presentmentMinor: amountMinor }
    : { shopMinor: amountMinor, presentmentMinor: toPresentment(amountMinor, order) };
}

/** An amount of the shop's currency in the shopper's, by the order's own rate; rounded to the minor unit. */
export function toPresentment(shopMinor: number, order: Totals): number {
  const { totalMinor, presentment } = order;
  if (presentment.currency === order.currency) return shopMinor;
  return totalMinor === 0 ? 0 : Math.round((shopMinor / totalMinor) * presentment.totalMinor);
}

function toShop(presentmentMinor: number, { totalMinor, presentment }: Totals): number {
  return presentment.totalMinor === 0
    ? 0
    : Math.round((presentmentMinor / presentment.totalMinor) * totalMinor);
}

/** When an order had given back all it took; null while it has not. An order of nothing has nothing to give back. */
export function fullyRefundedAt(order: Pick<OrderFacts, "refunds"> & Totals): string | null {
  const sum: TwoAmounts = { shopMinor: 0, presentmentMinor: 0 };
  for (const refund of order.refunds) {
    const { shopMinor, presentmentMinor } = refundAmounts(refund, order);
    sum.shopMinor += shopMinor;
    sum.presentmentMinor += presentmentMinor;
    // Parts of another currency may round to a little less than the whole.
    const isAll =
      sum.shopMinor >= order.totalMinor || sum.presentmentMinor >= order.presentment.totalMinor;
    if (order.totalMinor > 0 && isAll) return refund.at;
  }
  return null;
}
