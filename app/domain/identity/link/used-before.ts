import type { EncodedOrder } from "../encode/encoded-order.ts";
import { KEY } from "../encode/encoded-order.ts";
import type { ClusterId, IdentityView } from "../index/identity-index.ts";
import { WEIGHTS } from "../weights.ts";
import { pairBits, type Link, type Prior } from "./link-clusters.ts";
import { sharesFor, type ShareOf } from "./shares.ts";

/** Links weaker than this are not looked behind. */
const WEAKEST = -20;
/** A middle is trusted no further than this many members back. */
const MEMBERS = 100;

/**
 * Log odds, base 2, that the shopper used the campaign before: by a use that compares with this order itself, or over the
 * order that links it to the use's cluster, as strong as the weaker of the two links. A cluster is never taken at its
 * word: one wrong member would pass its uses on to all. `uses`: those of the cluster it rests on. Null when no linked cluster has one.
 */
export function usedBefore(
  order: EncodedOrder,
  links: readonly Link[],
  uses: (cluster: ClusterId) => readonly EncodedOrder[],
  view: IdentityView,
  share: ShareOf,
): { bits: number; uses: number } | null {
  const prior: Prior = {
    people: view.countOf(order.keys[KEY.campaign]!, order.at).clusters,
    same: WEIGHTS.sameAgain,
    household: WEIGHTS.householdToo,
  };
  let best: number | null = null;
  let count = 0;
  for (const link of links) {
    if (link.bits < WEAKEST) break;
    const known = uses(link.cluster);
    if (known.length === 0) continue;
    const middle = view.membersOf(link.cluster, MEMBERS).find(({ id }) => id === link.orderId);
    const share2 = middle && sharesFor(view, middle);
    const before: number | null = best;
    for (const use of known) {
      const direct = pairBits(order, use, prior, share);
      best = Math.max(best ?? direct, direct);
      if (middle && share2 && middle !== use && best < link.bits)
        best = Math.max(best, Math.min(link.bits, pairBits(middle, use, prior, share2)));
    }
    if (best !== before) count = known.length;
  }
  return best === null ? null : { bits: best, uses: count };
}
