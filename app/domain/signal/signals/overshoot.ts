import { AT, type EncodedOrder } from "../../identity/encode/encoded-order.ts";
import type { Hit, Signal, SignalFacts } from "../signal.ts";

/** Of uses counted by an account or a mailbox written the same 98 % and more were right on labelled streams; see docs/replay.md. */
export const EXACT_BITS = 5.6;
/** What is left of a doubt when the guard's own count speaks against it, in bits. */
const CORROBORATED = 1;

export const overshoot: Signal = {
  supporting: false,
  catches:
    "A use beyond the limit that the guard could not see in time: two checkouts were open at once.",
  why: "The limit was promised; this order broke it, whoever meant it.",
  wronglyCatches: "People of one household who share an e-mail address.",
  detect(facts) {
    return facts.overshoot && overshootHit(facts.overshoot, exactBits(facts));
  },
};

export function overshootHit(
  { uses, limit }: NonNullable<SignalFacts["overshoot"]>,
  bits: number,
): Hit {
  return { bits, evidence: { orders: [], numbers: { uses, limit } } };
}

/** What the exact count of a use says, should it find one beyond the limit: it may, once two people are known to be one. */
export function exactBits(facts: SignalFacts): number {
  const { same } = facts.placement;
  return same !== null && isDoubtful(facts)
    ? Math.min(EXACT_BITS, same + CORROBORATED)
    : EXACT_BITS;
}

/**
 * The count rests on a phone, which families share, or on a mailbox that was written another way each time, which a
 * namesake gives by mistake: the comparison of all the rest knows better. An account, and a mailbox written the same, are
 * one person's.
 */
function isDoubtful({ encoded, samePhone, sameAccount }: SignalFacts): boolean {
  const isSame = ({ words }: EncodedOrder, at: number) =>
    words[at] !== 0 && words[at] === encoded.words[at];
  const isSure = sameAccount.some(
    (known) => isSame(known, AT.customer) || isSame(known, AT.spelling),
  );
  return !isSure && sameAccount.length + samePhone.length > 0;
}
