import type { EncodedOrder } from "../encode/encoded-order.ts";
import { KEY } from "../encode/encoded-order.ts";
import type { ClusterId, IdentityView } from "../index/identity-index.ts";
import { paceWithin } from "../group/pace.ts";
import { WEIGHTS } from "../weights.ts";
import { pairBits, type Link, type Prior } from "./link-clusters.ts";
import { campaignRate, sharesFor, type ShareOf } from "./shares.ts";

/**
 * Who goes on does so at a pace; a household's other members come when they come, a few of them together. `usual`: how
 * likely an unrelated use is to lie just so far back, a day.
 */
function priorAfter(gapMs: number, people: number, usual: number): Prior {
  const { sameAgain, hidingAgain, householdToo, together } = WEIGHTS;
  const pace = Math.min(MOST_PACE, paceWithin(gapMs, 1 / usual) / usual);
  return {
    people,
    same: sameAgain * pace,
    hiding: hidingAgain * pace,
    household: householdToo * (1 - together + together * pace),
  };
}

/** Links weaker than this are not looked behind. */
const WEAKEST = -20;
/** A middle is trusted no further than this many members back. */
const MEMBERS = 100;
/** However short the gap, it makes nobody likelier the same by more than this factor. */
const MOST_PACE = 8;

/**
 * Log odds, base 2, that the shopper used the campaign before: by a use that compares with this order itself, or over the
 * order that links it to the use's cluster, as strong as the weaker of the two links; null when no linked cluster has one.
 * A cluster is never taken at its word, for one wrong member would pass its uses on to all; staff's word on accounts is.
 *
 * - `uses`: those of the cluster it rests on.
 */
export function usedBefore(
  order: EncodedOrder,
  links: readonly Link[],
  uses: (cluster: ClusterId) => readonly EncodedOrder[],
  view: IdentityView,
  share: ShareOf,
): { bits: number; uses: readonly EncodedOrder[] } | null {
  const people = view.clustersOf(order.keys[KEY.campaign]!);
  const usual = campaignRate(view, order) / Math.max(1, people);
  let best: number | null = null;
  let found: readonly EncodedOrder[] = [];
  for (const link of links) {
    if (link.bits < WEAKEST) break;
    const known = uses(link.cluster);
    if (known.length === 0) continue;
    const middle = view.membersOf(link.cluster, MEMBERS).find(({ id }) => id === link.orderId);
    const share2 = middle && sharesFor(view, middle);
    const before: number | null = best;
    for (const use of known) {
      const prior = priorAfter(Math.abs(order.at - use.at), people, usual);
      const bitsTo = (from: EncodedOrder, shares: ShareOf) =>
        view.accountsOf(from).includes(use.keys[KEY.email]!)
          ? WEIGHTS.decided
          : pairBits(from, use, prior, shares);
      const direct = bitsTo(order, share);
      best = Math.max(best ?? direct, direct);
      if (middle && share2 && middle.id !== use.id && best < link.bits)
        best = Math.max(best, Math.min(link.bits, bitsTo(middle, share2)));
    }
    if (best !== before) found = known;
  }
  return best === null ? null : { bits: best, uses: found };
}
