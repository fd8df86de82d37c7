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
        return reasonsOf(order, known.order, prior, share, "same");
      },
      get householdReasons() {
        return reasonsOf(order, known.order, prior, share, "household");
      },
    }));
}

/** Log odds, base 2, that two orders are one person's rather than of one household or strangers'. */
export function pairBits(a: EncodedOrder, b: EncodedOrder, prior: Prior, share: ShareOf): number {
  return pairOdds(a, b, prior, share).bits;
}

type PairOdds = Pick<Link, "bits" | "householdBits">;

function pairOdds(a: EncodedOrder, b: EncodedOrder, prior: Prior, share: ShareOf): PairOdds {
  let [open, hiding, household, unrelated] = logPrior(prior);
  comparePair(a, b, share, (_, odds) => {
    open += Math.log2(odds[0]);
    hiding += Math.log2(odds[1]);
    household += Math.log2(odds[2]);
    unrelated += Math.log2(odds[3]);
  });
  const same = log2Sum(open, hiding);
  return {
    bits: same - log2Sum(household, unrelated),
    householdBits: household - log2Sum(same, unrelated),
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
  const noted: { feature: Reason["feature"]; odds: Odds }[] = [];
  const sums = logPrior(prior);
  comparePair(a, b, share, (feature, odds) => {
    noted.push({ feature, odds });
    odds.forEach((chance, place) => (sums[place]! += Math.log2(chance)));
  });
  const likelier = (one: number, other: number) => (sums[other]! > sums[one]! ? other : one);
  const same = likelier(OPEN, HIDING);
  const [way, against] =
    of === "same" ? [same, likelier(HOUSEHOLD, UNRELATED)] : [HOUSEHOLD, likelier(same, UNRELATED)];
  return noted
    .map(({ feature, odds }) => ({
      feature,
      bits: Math.log2(odds[way]!) - Math.log2(odds[against]!),
    }))
    .sort((x, y) => y.bits - x.bits);
}

/** Places of the classes in `Odds`. */
const [OPEN, HIDING, HOUSEHOLD, UNRELATED] = [0, 1, 2, 3];

function logPrior({ people, same, hiding, household }: Prior): [number, number, number, number] {
  const of = Math.max(people, 50);
  return [Math.log2(same / of), Math.log2(hiding / of), Math.log2(household / of), 0];
}

function log2Sum(a: number, b: number): number {
  const top = Math.max(a, b);
  return top + Math.log2(2 ** (a - top) + 2 ** (b - top));
}
