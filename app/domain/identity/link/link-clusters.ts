import type { EncodedOrder } from "../encode/encoded-order.ts";
import type { ClusterId, KnownOrder } from "../index/identity-index.ts";
import { comparePair } from "./compare-pair.ts";
import type { Odds, Reason } from "./odds.ts";
import type { ShareOf } from "./shares.ts";

/**
 * An order that may be the same person's as a known one, or of the same household. `bits`, `householdBits`: log odds, base
 * 2, of either against all else; above 0 is more likely than not. Reasons are of the former.
 */
export type Link = {
  orderId: string;
  cluster: ClusterId;
  bits: number;
  householdBits: number;
  reasons: Reason[];
  householdReasons: Reason[];
};

/**
 * Before anything is compared: of so many people, how many are expected to be the shopper, openly or hiding, and of the
 * household.
 */
export type Prior = { people: number; same: number; hiding: number; household: number };

/** The best link to each cluster among the candidates, strongest first. */
export function linkClusters(
  order: EncodedOrder,
  candidates: readonly KnownOrder[],
  prior: Prior,
  share: ShareOf,
): Link[] {
  const best = new Map<ClusterId, BestLink>();
  for (const known of candidates) {
    const odds = pairOdds(order, known.order, prior, share);
    const so = best.get(known.cluster);
    if (!so) best.set(known.cluster, new BestLink(known, odds, { order, prior, share }));
    else if (odds.bits > so.bits) so.become(known, odds);
  }
  return [...best.values()].sort((a, b) => b.bits - a.bits);
}

type Compared = { order: EncodedOrder; prior: Prior; share: ShareOf };

/** The best link to a cluster so far. Its reasons are worked out when they are asked for, which is seldom. */
class BestLink implements Link {
  orderId: string;
  cluster: ClusterId;
  bits: number;
  householdBits: number;
  readonly #compared: Compared;
  #other: EncodedOrder;

  constructor({ order, cluster }: KnownOrder, { bits, householdBits }: PairOdds, of: Compared) {
    this.orderId = order.id;
    this.cluster = cluster;
    this.bits = bits;
    this.householdBits = householdBits;
    this.#compared = of;
    this.#other = order;
  }

  become({ order }: KnownOrder, { bits, householdBits }: PairOdds): void {
    this.orderId = order.id;
    this.bits = bits;
    this.householdBits = householdBits;
    this.#other = order;
  }

  get reasons(): Reason[] {
    return this.#reasonsOf("same");
  }

  get householdReasons(): Reason[] {
    return this.#reasonsOf("household");
  }

  #reasonsOf(way: "same" | "household"): Reason[] {
    const { order, prior, share } = this.#compared;
    return reasonsOf(order, this.#other, prior, share, way);
  }
}

/** Log odds, base 2, that two orders are one person's rather than of one household or strangers'. */
export function pairBits(a: EncodedOrder, b: EncodedOrder, prior: Prior, share: ShareOf): number {
  return pairOdds(a, b, prior, share).bits;
}

type PairOdds = Pick<Link, "bits" | "householdBits">;

function pairOdds(a: EncodedOrder, b: EncodedOrder, prior: Prior, share: ShareOf): PairOdds {
  let [open, hiding, household, unrelated] = priorOdds(prior);
  // A dozen features of a millionth each are far from what a number cannot hold.
  comparePair(a, b, share, (_, odds) => {
    open *= odds[0];
    hiding *= odds[1];
    household *= odds[2];
    unrelated *= odds[3];
  });
  const same = open + hiding;
  return {
    bits: Math.log2(same / (household + unrelated)),
    householdBits: Math.log2(household / (same + unrelated)),
  };
}

/** What each feature says for the likelier way of a class, against the likelier of the other classes. */
function reasonsOf(
  a: EncodedOrder,
  b: EncodedOrder,
  prior: Prior,
  share: ShareOf,
  of: "same" | "household",
): Reason[] {
  const noted: (Omit<Reason, "bits"> & { odds: Odds })[] = [];
  const sums = priorOdds(prior).map(Math.log2);
  comparePair(a, b, share, (feature, odds, likeness) => {
    noted.push({ feature, odds, likeness });
    odds.forEach((chance, place) => (sums[place]! += Math.log2(chance)));
  });
  const likelier = (one: number, other: number) => (sums[other]! > sums[one]! ? other : one);
  const same = likelier(OPEN, HIDING);
  const [way, against] =
    of === "same" ? [same, likelier(HOUSEHOLD, UNRELATED)] : [HOUSEHOLD, likelier(same, UNRELATED)];
  return noted
    .map(({ feature, odds, likeness }) => ({
      feature,
      bits: Math.log2(odds[way]!) - Math.log2(odds[against]!),
      likeness,
    }))
    .sort((x, y) => y.bits - x.bits);
}

/** Places of the classes in `Odds`. */
const [OPEN, HIDING, HOUSEHOLD, UNRELATED] = [0, 1, 2, 3];

function priorOdds({ people, same, hiding, household }: Prior): [number, number, number, number] {
  const of = Math.max(people, 50);
  return [same / of, hiding / of, household / of, 1];
}
