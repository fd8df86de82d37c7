import { amountsOf, leftOf, shareOf, sum } from "./amounts.ts";
import type { World } from "../state.ts";
import type { Order, Refund, RefundLine } from "./order.ts";

/** What staff asks to give back. `amount` in minor units; an amount alone returns no items. */
export type RefundWish = { readonly note?: string } & (
  | { readonly kind: "full" }
  | { readonly kind: "amount"; readonly amount: number }
  | {
      readonly kind: "lines";
      readonly lines: readonly { readonly lineId: number; readonly quantity: number }[];
    }
);

/** The refund to record, or why there can be none. */
export function makeRefund(
  world: World,
  order: Order,
  wish: RefundWish,
  at: Date,
): Refund | string {
  const { total, refunded } = amountsOf(order);
  const refundable = total - refunded;
  if (order.financialStatus !== "paid" && order.financialStatus !== "partially_refunded") {
    return "The order has no payment that can be refunded.";
  }
  const lines = wantedLines(order, wish).map(({ line, quantity }) => ({
    id: world.nextId("RefundLineItem"),
    lineId: line.id,
    quantity,
    subtotal: shareOf(order, line, quantity),
  }));
  const invalid = checkLines(order, lines);
  if (invalid !== undefined) return invalid;
  const ofLines = sum(lines.map(({ subtotal }) => subtotal));
  const amount = wish.kind === "full" ? refundable : wish.kind === "amount" ? wish.amount : ofLines;
  if (!Number.isSafeInteger(amount) || amount < 0 || (wish.kind === "amount" && amount === 0)) {
    return "The amount to refund must be more than nothing.";
  }
  if (amount > refundable) return "The amount to refund is more than what can be refunded.";
  const shipping = wish.kind === "full" ? shippingLeft(order, amount - ofLines) : 0;
  return {
    id: world.nextId("Refund"),
    createdAt: at,
    note: wish.note,
    amount,
    transactionId: world.nextId("OrderTransaction"),
    lines,
    shipping,
    discrepancy: amount - ofLines - shipping,
  };
}

/** The change an order takes with a refund. */
export function withRefund(
  order: Order,
  refund: Refund,
): Pick<Order, "refunds" | "financialStatus"> {
  const refunds = [...order.refunds, refund];
  const { total, refunded } = amountsOf({ ...order, refunds });
  // Nothing can be given back of a free order: it stays paid, as its transactions say.
  const financialStatus =
    total === 0 ? order.financialStatus : refunded === total ? "refunded" : "partially_refunded";
  return { refunds, financialStatus };
}

function wantedLines(order: Order, wish: RefundWish) {
  if (wish.kind === "amount") return [];
  if (wish.kind === "full") {
    return order.lines
      .map((line) => ({ line, quantity: leftOf(order, line) }))
      .filter(({ quantity }) => quantity > 0);
  }
  return wish.lines.flatMap(({ lineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    return line ? [{ line, quantity }] : [];
  });
}

function checkLines(order: Order, lines: readonly RefundLine[]): string | undefined {
  const tooMany = lines.some(({ lineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === lineId);
    const left = line ? leftOf(order, line) : 0;
    return !Number.isInteger(quantity) || quantity < 1 || quantity > left;
  });
  return tooMany ? "Refund quantity is more than what was ordered." : undefined;
}

function shippingLeft(order: Order, rest: number): number {
  if (!order.shipping) return 0;
  const net = order.shipping.price - sum(order.shipping.allocations.map(({ amount }) => amount));
  const returned = sum(order.refunds.map(({ shipping }) => shipping));
  return Math.max(0, Math.min(net - returned, rest));
}
