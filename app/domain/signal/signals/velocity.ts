import { AT, FLAG, type EncodedOrder } from "../../identity/encode/encoded-order.ts";
import type { Hit, Signal, SignalFacts } from "../signal.ts";

const WINDOW_MS = 3_600_000;
/** Of a hundred thousand honest hours, one. */
const RARE_BITS = 16;
/** Orders of the same hand in an hour that an honest hour may bring; of a line, for each who ordered there before, too. */
const USUAL = 0.5;
/** How much an account that was signed in counts: who makes many of them seldom signs in. */
const SIGNED_IN = 0.5;

export const velocity: Signal = {
  supporting: false,
  catches:
    "Use after use of codes within an hour, from one line or range by one browser, or on one card, each under a new name.",
  why: "Stolen cards are tried, and accounts made, by machines: people do not check out ten times an hour.",
  wronglyCatches:
    "An office that orders together for the first time, at the minute a sale opens, with one browser and no accounts.",
  detect(facts) {
    if (!facts.order.codes.some(({ discountMinor }) => discountMinor > 0)) return null;
    const nearby = [...new Set([...facts.sameNetwork, ...facts.sameRange])];
    const byNetwork = burst(facts, nearby, "network");
    const byCard = burst(facts, facts.sameCard, "card");
    return !byNetwork || (byCard && byCard.bits > byNetwork.bits) ? byCard : byNetwork;
  },
};

/**
 * How surprising so many new accounts within the hour are. A line that many share (an office's, a carrier's) brings more at
 * once, and whoever ordered there before is no new account; on one card nobody else is expected.
 */
function burst(
  { encoded }: SignalFacts,
  others: readonly EncodedOrder[],
  what: "network" | "card",
): Hit | null {
  const since = encoded.at - WINDOW_MS;
  const isLine = what === "network";
  const before = new Set(isLine ? others.filter(({ at }) => at < since).map(accountOf) : []);
  const isNew = (other: EncodedOrder) => !before.has(accountOf(other));
  const isNow = ({ at }: EncodedOrder) => at >= since && at <= encoded.at;
  const recent = others.filter(
    (other) => isNow(other) && isNew(other) && (!isLine || sameHand(encoded, other)),
  );
  const accounts = new Map([...recent, encoded].map((order) => [accountOf(order), order]));
  const weight = [...accounts.values()].reduce((sum, each) => sum + weightOf(each), 0);
  const count = Math.min(recent.length + 1, weight);
  if (!isNew(encoded) || count < 3) return null;
  const usual = USUAL * (1 + before.size);
  // Chernoff's bound on the tail of a Poisson count.
  const tail = count > usual ? count * Math.log2(count / usual) - (count - usual) / Math.LN2 : 0;
  return {
    bits: tail - RARE_BITS,
    evidence: {
      orders: recent.map(({ id }) => ({ orderId: id, shares: [{ what, bits: 0 }] })),
      numbers: { orders: recent.length + 1, minutes: 60 },
    },
  };
}

const accountOf = ({ words }: EncodedOrder) => words[AT.email]!;

function weightOf({ words }: EncodedOrder): number {
  return (words[AT.flags]! & FLAG.signedIn) === 0 ? 1 : SIGNED_IN;
}

function sameHand(a: EncodedOrder, b: EncodedOrder): boolean {
  const isSame = (place: number) => a.words[place] !== 0 && a.words[place] === b.words[place];
  return isSame(AT.agent) && isSame(AT.product);
}
