import type { Allocation, Order, OrderLine, OrderShipping } from "./order.ts";

/** What an order comes to, in minor units of the shop's currency. */
export type Amounts = {
  /** All lines before any discount. */
  readonly lines: number;
  readonly shipping: number;
  readonly discounts: number;
  /** Lines after their discounts, without shipping. */
  readonly subtotal: number;
  readonly total: number;
  readonly refunded: number;
  /** Still owed; nothing once paid, voided or expired. */
  readonly outstanding: number;
};

export function amountsOf(order: Order): Amounts {
  const lines = sum(order.lines.map(({ unitPrice, quantity }) => unitPrice * quantity));
  const offLines = sum(order.lines.map(discountOf));
  const shipping = order.shipping?.price ?? 0;
  const offShipping = order.shipping ? discountOf(order.shipping) : 0;
  const total = lines + shipping - offLines - offShipping;
  return {
    lines,
    shipping,
    discounts: offLines + offShipping,
    subtotal: lines - offLines,
    total,
    refunded: sum(order.refunds.map(({ amount }) => amount)),
    outstanding: order.financialStatus === "pending" ? total : 0,
  };
}

export function discountOf({ allocations }: OrderLine | OrderShipping): number {
  return sum(allocations.map(({ amount }) => amount));
}

/** What a line costs after its discounts. */
export function netOf(line: OrderLine): number {
  return line.unitPrice * line.quantity - discountOf(line);
}

/** What one application took off, wherever it did. */
export function amountOfApplication(order: Order, application: number): number {
  const all: readonly Allocation[] = [
    ...order.lines.flatMap(({ allocations }) => allocations),
    ...(order.shipping?.allocations ?? []),
  ];
  return sum(all.filter((one) => one.application === application).map(({ amount }) => amount));
}

/** Items of a line that were neither given back nor taken off. */
export function leftOf(order: Order, line: OrderLine): number {
  return line.quantity - goneOf(order, line);
}

/** A line's net price is split so that all its items together cost exactly that, in whatever steps they go. */
export function shareOf(order: Order, line: OrderLine, quantity: number): number {
  const gone = goneOf(order, line);
  const upTo = (items: number): number => Math.floor((netOf(line) * items) / line.quantity);
  return upTo(gone + quantity) - upTo(gone);
}

function goneOf({ refunds, edits }: Order, { id }: OrderLine): number {
  const parts = [...refunds.flatMap(({ lines }) => lines), ...edits.map(({ removal }) => removal)];
  return sum(parts.filter(({ lineId }) => lineId === id).map(({ quantity }) => quantity));
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
