import { AT, type EncodedOrder } from "../../identity/encode/encoded-order.ts";
import type { Hit, Signal, SignalFacts } from "../signal.ts";

const WINDOW_MS = 3_600_000;
/** Of a hundred thousand honest hours, one. */
const RARE_BITS = 16;
/** Orders of the same hand in an hour that an honest hour may bring. */
const USUAL = 0.5;

export const velocity: Signal = {
  supporting: false,
  catches:
    "Order after order within an hour from one line and browser, or on one card, each under another name.",
  why: "Stolen cards are tried, and accounts made, by machines: people do not check out ten times an hour.",
  wronglyCatches:
    "An office that orders together at the minute a sale opens, when all have the same browser.",
  detect(facts) {
    const byNetwork = burst(facts, facts.sameNetwork, (a, b) => sameHand(a, b));
    const byCard = burst(facts, facts.sameCard, () => true);
    return !byNetwork || (byCard && byCard.bits > byNetwork.bits) ? byCard : byNetwork;
  },
};

function burst(
  { encoded }: SignalFacts,
  others: readonly EncodedOrder[],
  isAlike: (a: EncodedOrder, b: EncodedOrder) => boolean,
): Hit | null {
  const recent = others.filter(
    (other) =>
      encoded.at - other.at <= WINDOW_MS && other.at <= encoded.at && isAlike(encoded, other),
  );
  const accounts = new Set(recent.map(({ words }) => words[AT.email])).add(encoded.words[AT.email]);
  const count = Math.min(recent.length + 1, accounts.size);
  if (count < 3) return null;
  // Chernoff's bound on the tail of a Poisson count.
  const tail = count * Math.log2(count / USUAL) - (count - USUAL) / Math.LN2;
  return {
    bits: tail - RARE_BITS,
    evidence: {
      orders: recent.map(({ id }) => ({ orderId: id, shares: [{ what: "network", bits: 0 }] })),
      numbers: { orders: count, minutes: 60 },
    },
  };
}

function sameHand(a: EncodedOrder, b: EncodedOrder): boolean {
  const isSame = (place: number) => a.words[place] !== 0 && a.words[place] === b.words[place];
  return isSame(AT.agent) && isSame(AT.product);
}
