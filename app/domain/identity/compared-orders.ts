import { AT, FLAG, type EncodedOrder } from "./encode/encoded-order.ts";
import type { Trait } from "./group/traits.ts";
import type { Feature, Likeness, Reason } from "./link/odds.ts";
import type { Placement } from "./place-order.ts";
import { WEIGHTS } from "./weights.ts";

/**
 * What of two orders was compared, and what it says, in bits. Of what a hand does again, and of staff's word, only what
 * speaks for one person is told, so it goes without a likeness.
 */
export type Share = { what: Feature | Trait | "decided"; bits: number; likeness?: Likeness };

/**
 * The earlier orders that a placement rests on, each once, with all that it and the order have in common or not: what links
 * the two, and what both do of that which their group does again and again. Evidence and links are both told by it, so
 * they tell one story.
 */
export function comparedOrders(
  order: EncodedOrder,
  { links, group }: Pick<Placement, "links" | "group">,
): { orderId: string; shares: Share[] }[] {
  const linked = links
    .filter(({ bits }) => bits > WEIGHTS.joins)
    .map(({ orderId, reasons }) => ({ orderId, shares: reasons.map(shareOf) }));
  const grouped = (group?.uses ?? []).map((other) => ({
    orderId: other.id,
    shares: (group?.reasons ?? [])
      .filter(({ trait, bits }) => bits > 0 && isShared(trait, order, other))
      .map(({ trait, bits }): Share => ({ what: trait, bits })),
  }));
  const byOrder = new Map<string, Share[]>();
  for (const { orderId, shares } of [...linked, ...grouped])
    byOrder.set(orderId, [...(byOrder.get(orderId) ?? []), ...shares]);
  return [...byOrder].map(([orderId, shares]) => ({ orderId, shares: strongestShares(shares) }));
}

export function shareOf({ feature, bits, likeness }: Reason): Share {
  return { what: feature, bits, likeness };
}

/** Each once: of what is said twice, the stronger counts. */
export function strongestShares<T extends { what: string; bits: number }>(
  shares: readonly T[],
): T[] {
  const strongest = new Map<string, T>();
  for (const share of shares) {
    const known = strongest.get(share.what);
    if (!known || Math.abs(share.bits) > Math.abs(known.bits)) strongest.set(share.what, share);
  }
  return [...strongest.values()];
}

/** Whether both orders have it: a group's other orders may have it without this one. */
function isShared(trait: Trait, { words: x }: EncodedOrder, { words: y }: EncodedOrder): boolean {
  if (trait === "made_up") return true;
  if (trait === "disposable") return (x[AT.flags]! & y[AT.flags]! & FLAG.disposable) !== 0;
  const place = PLACES[trait];
  return x[place] !== 0 && x[place] === y[place];
}

const PLACES: Readonly<Record<Exclude<Trait, "made_up" | "disposable">, number>> = {
  house: AT.house,
  household: AT.house,
  product: AT.product,
  landing: AT.landing,
  bin: AT.bin,
  browser: AT.agent,
  range: AT.range,
};
