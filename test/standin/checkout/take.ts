import { allocate } from "./allocate.ts";
import type { Offer } from "./discount.ts";
import { isEntitled, type CheckoutLine } from "./line.ts";

/** Minor units taken off one line. */
export type LineAmount = { readonly lineId: string; readonly amount: number };

/** What an offer takes off each line, given what earlier discounts left of it (minor units). */
export function takeFromLines(
  offer: Offer,
  lines: readonly CheckoutLine[],
  left: ReadonlyMap<string, number>,
): LineAmount[] {
  const remaining = (line: CheckoutLine): number => left.get(line.id) ?? 0;
  switch (offer.kind) {
    case "free-shipping":
      return [];
    case "percentage": {
      const entitled = lines.filter((line) => isEntitled(offer.items, line));
      const weights = entitled.map(remaining);
      if (offer.items.kind === "all") {
        const sum = weights.reduce((total, weight) => total + weight, 0);
        return zip(entitled, allocate(Math.round(sum * offer.fraction), weights));
      }
      return zip(
        entitled,
        weights.map((weight) => Math.round(weight * offer.fraction)),
      );
    }
    case "amount": {
      const entitled = lines.filter((line) => isEntitled(offer.items, line));
      const weights = entitled.map(remaining);
      if (offer.onEachItem) {
        return zip(
          entitled,
          entitled.map((line) => Math.min(offer.amount * line.quantity, remaining(line))),
        );
      }
      const sum = weights.reduce((total, weight) => total + weight, 0);
      return zip(entitled, allocate(Math.min(offer.amount, sum), weights));
    }
    case "buy-x-get-y":
      return takeFreeItems(offer, lines, left);
  }
}

/**
 * Single items, dearest first: the dearest matching ones are bought, the cheapest of the rest are given. An item
 * cannot be both.
 */
function takeFreeItems(
  offer: Extract<Offer, { kind: "buy-x-get-y" }>,
  lines: readonly CheckoutLine[],
  left: ReadonlyMap<string, number>,
): LineAmount[] {
  const items = lines
    .flatMap((line) => Array.from({ length: line.quantity }, () => ({ line, isTaken: false })))
    .sort((a, b) => b.line.unitPrice - a.line.unitPrice);
  const taken = new Map<string, number>();
  for (let use = 0; use < (offer.usesPerOrder ?? Infinity); use += 1) {
    const buys = pickBuys(
      offer,
      items.filter((item) => !item.isTaken),
    );
    if (!buys) break;
    for (const item of buys) item.isTaken = true;
    const gets = items
      .filter((item) => !item.isTaken && isEntitled(offer.gets, item.line))
      .slice(-offer.getsQuantity);
    if (gets.length === 0) break;
    for (const item of gets) {
      item.isTaken = true;
      const amount = Math.round(item.line.unitPrice * offer.fraction);
      taken.set(item.line.id, (taken.get(item.line.id) ?? 0) + amount);
    }
  }
  return [...taken]
    .map(([lineId, amount]) => ({ lineId, amount: Math.min(amount, left.get(lineId) ?? 0) }))
    .filter(({ amount }) => amount > 0);
}

type Item = { readonly line: CheckoutLine; isTaken: boolean };

function pickBuys(
  offer: Extract<Offer, { kind: "buy-x-get-y" }>,
  free: readonly Item[],
): Item[] | undefined {
  const matching = free.filter((item) => isEntitled(offer.buys, item.line));
  if (offer.buysNeed.kind === "quantity") {
    const picked = matching.slice(0, offer.buysNeed.quantity);
    return picked.length === offer.buysNeed.quantity ? picked : undefined;
  }
  const picked: Item[] = [];
  let spent = 0;
  for (const item of matching) {
    if (spent >= offer.buysNeed.amount) break;
    picked.push(item);
    spent += item.line.unitPrice;
  }
  return spent >= offer.buysNeed.amount ? picked : undefined;
}

function zip(lines: readonly CheckoutLine[], amounts: readonly number[]): LineAmount[] {
  return lines
    .map((line, index) => ({ lineId: line.id, amount: amounts[index] ?? 0 }))
    .filter(({ amount }) => amount > 0);
}
