import { comparedOrders } from "../../identity/compared-orders.ts";
import { WEIGHTS } from "../../identity/weights.ts";
import type { Evidence, Signal, SignalFacts } from "../signal.ts";

/** Beside as many as the limit allows: these tell the story, and a ring of hundreds would only fill the page. */
export const SHOWN = 20;

export const overLimit: Signal = {
  supporting: false,
  catches:
    "One person, or one hand behind made-up names, who uses a campaign more often than it allows.",
  why: "A bonus per customer is paid once per customer; accounts are free.",
  wronglyCatches:
    "Father and son of one name at one address, twins, somebody who moved in where a ring had its parcels sent, " +
    "and people who share a mailbox or a card.",
  detect(facts) {
    const { placement, limit } = facts;
    if (!limit || placement.bits === null) return null;
    const earlier = Math.max(facts.samePerson.length, placement.earlierUses);
    // What one order does alone is counted exactly.
    const uses = earlier === 0 ? 0 : earlier + facts.alsoHere;
    if (uses < limit.perCustomer) return null;
    return { bits: placement.bits, evidence: evidenceOf(facts, limit.perCustomer) };
  },
};

export const BY_STAFF = { what: "decided", bits: WEIGHTS.decided } as const;

function evidenceOf(facts: SignalFacts, limit: number): Evidence {
  const { encoded, placement, samePerson, decided } = facts;
  const compared = comparedOrders(encoded, placement);
  const known = new Set(compared.map(({ orderId }) => orderId));
  const unlinked = samePerson.filter(({ id }) => !known.has(id));
  const others = [...new Set(unlinked.map(({ id }) => id))].map((orderId) => ({
    ...{ orderId, shares: [] },
  }));
  const orders = [...compared, ...others].slice(0, limit - 1 + SHOWN).map((each) => ({
    ...each,
    shares: decided.has(each.orderId) ? [BY_STAFF, ...each.shares] : each.shares,
  }));
  const ring = placement.group?.uses[0]?.id;
  return { orders, numbers: { limit }, ...(ring === undefined ? {} : { ring }) };
}
