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

/** Before anything is compared: of so many people, how many are expected to be the shopper, and of the household. */
export type Prior = { people: number; same: number; household: number };

/** The best link to each cluster among the candidates, strongest first. */
export function linkClusters(
  order: EncodedOrder,
  candidates: readonly KnownOrder[],
  prior: Prior,
  share: ShareOf,
): Link[] {
  const best = new Map<ClusterId, { odds: PairOdds; known: KnownOrder }>();
  for (const known of candidates) {
    const odds = pairOdds(order, known.order, prior, share);
    const so = best.get(known.cluster);
    if (!so || odds.bits > so.odds.bits) best.set(known.cluster, { odds, known });
  }
  return [...best.values()]
    .sort((a, b) => b.odds.bits - a.odds.bits)
    .map(({ odds, known }) => ({
      orderId: known.order.id,
      cluster: known.cluster,
      ...odds,
      get reasons() {
        return reasonsOf(order, known.order, prior, share, 0);
      },
      get householdReasons() {
        return reasonsOf(order, known.order, prior, share, 1);
      },
    }));
}

/** Log odds, base 2, that two orders are one person's rather than of one household or strangers'. */
export function pairBits(a: EncodedOrder, b: EncodedOrder, prior: Prior, share: ShareOf): number {
  return pairOdds(a, b, prior, share).bits;
}

type PairOdds = Pick<Link, "bits" | "householdBits">;

function pairOdds(a: EncodedOrder, b: EncodedOrder, prior: Prior, share: ShareOf): PairOdds {
  let [same, household, unrelated] = logPrior(prior);
  comparePair(a, b, share, (_, odds) => {
    same += Math.log2(odds[0]);
    household += Math.log2(odds[1]);
    unrelated += Math.log2(odds[2]);
  });
  return {
    bits: same - log2Sum(household, unrelated),
    householdBits: household - log2Sum(same, unrelated),
  };
}

/** What each feature says for one of the classes, against the better of the others. */
function reasonsOf(
  a: EncodedOrder,
  b: EncodedOrder,
  prior: Prior,
  share: ShareOf,
  of: 0 | 1,
): Reason[] {
  const noted: { feature: Reason["feature"]; odds: Odds }[] = [];
  const sums = logPrior(prior);
  comparePair(a, b, share, (feature, odds) => {
    noted.push({ feature, odds });
    odds.forEach((chance, place) => (sums[place]! += Math.log2(chance)));
  });
  const other = of === 0 ? 1 : 0;
  const against = sums[other] > sums[2] ? other : 2;
  return noted
    .map(({ feature, odds }) => ({ feature, bits: Math.log2(odds[of]) - Math.log2(odds[against]) }))
    .sort((x, y) => y.bits - x.bits);
}

function logPrior({ people, same, household }: Prior): [number, number, number] {
  const of = Math.max(people, 50);
  return [Math.log2(same / of), Math.log2(household / of), 0];
}

function log2Sum(a: number, b: number): number {
  const top = Math.max(a, b);
  return top + Math.log2(2 ** (a - top) + 2 ** (b - top));
}
