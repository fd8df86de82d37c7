import type { EncodedOrder } from "../encode/encoded-order.ts";
import type { ClusterId, KnownOrder } from "../index/identity-index.ts";
import { comparePair } from "./compare-pair.ts";
import type { Odds, Reason } from "./odds.ts";
import type { ShareOf } from "./shares.ts";

/** An order that may be the same person's as a known one. `bits` are the log odds, base 2; above 0 is more likely than not. */
export type Link = { orderId: string; cluster: ClusterId; bits: number; reasons: Reason[] };

/** Before anything is compared: of so many people, how many are expected to be the shopper, and of the household. */
export type Prior = { people: number; same: number; household: number };

/** The best link to each cluster among the candidates, strongest first. */
export function linkClusters(
  order: EncodedOrder,
  candidates: readonly KnownOrder[],
  prior: Prior,
  share: ShareOf,
): Link[] {
  const best = new Map<ClusterId, { bits: number; known: KnownOrder }>();
  for (const known of candidates) {
    const bits = pairBits(order, known.order, prior, share);
    const so = best.get(known.cluster);
    if (!so || bits > so.bits) best.set(known.cluster, { bits, known });
  }
  return [...best.values()]
    .sort((a, b) => b.bits - a.bits)
    .map(({ bits, known }) => ({
      orderId: known.order.id,
      cluster: known.cluster,
      bits,
      get reasons() {
        return reasonsOf(order, known.order, prior, share);
      },
    }));
}

/** Log odds, base 2, that two orders are one person's rather than of one household or strangers'. */
export function pairBits(a: EncodedOrder, b: EncodedOrder, prior: Prior, share: ShareOf): number {
  let [same, household, unrelated] = logPrior(prior);
  comparePair(a, b, share, (_, odds) => {
    same += Math.log2(odds[0]);
    household += Math.log2(odds[1]);
    unrelated += Math.log2(odds[2]);
  });
  return same - log2Sum(household, unrelated);
}

function reasonsOf(a: EncodedOrder, b: EncodedOrder, prior: Prior, share: ShareOf): Reason[] {
  const noted: { feature: Reason["feature"]; odds: Odds }[] = [];
  let [, household, unrelated] = logPrior(prior);
  comparePair(a, b, share, (feature, odds) => {
    noted.push({ feature, odds });
    household += Math.log2(odds[1]);
    unrelated += Math.log2(odds[2]);
  });
  const against = household > unrelated ? 1 : 2;
  return noted
    .map(({ feature, odds }) => ({ feature, bits: Math.log2(odds[0]) - Math.log2(odds[against]) }))
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
