import type { SignalKind } from "../signal/signal.ts";

/** What of a case is said: `uses` counts all orders that the flags point at, flagged or not. */
export type Described = {
  kind: SignalKind;
  people: number;
  campaign: string | null;
  uses: number;
  limit: number | null;
  flagged: number;
  /** In which time the limit counts: "in total", "a month". */
  span: string;
};

const times = (count: number) => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);
const orders = (count: number) => (count === 1 ? "One order" : `${count} orders`);

/** Who and what, in one sentence, for staff: "3 accounts, probably of one person, used TEN 4 times; the limit is once." */
export function describeCase(found: Described): string {
  const { kind, people, flagged } = found;
  const code = found.campaign ?? "the code";
  switch (kind) {
    case "over_limit":
    case "overshoot":
      return overTheLimit(found, code);
    case "household_limit":
      return `One household used ${code} ${times(found.uses)}${limitWords(found)}.`;
    case "velocity":
      return `${orders(flagged)} with ${code} came within an hour from one line or card.`;
    case "self_referral":
      return `${code} was probably used by the person it belongs to.`;
    case "employee_use":
      return `${code} is for staff, and was probably used by somebody who is none.`;
    case "leaked_code":
      return `${orders(flagged)} with ${code} came from outside its audience; the code may have leaked.`;
    case "guest_round_trip":
      return `A customer with an account probably used ${code} again as a guest.`;
    case "refund_after_bonus":
      return `${orders(flagged)} with ${code} came back soon after the bonus.`;
    case "chargeback":
      return `${orders(flagged)} with ${code} ${flagged === 1 ? "was" : "were"} charged back.`;
    case "disposable_address":
    case "prepaid_card":
    case "coupon_site":
      return `${people === 1 ? "One person" : `${people} accounts`} used ${code} in an unusual way.`;
  }
}

function overTheLimit({ people, uses, limit, span }: Described, code: string): string {
  if (limit === 0) return `Used ${code}, which was not issued to this customer.`;
  const who = people > 1 ? `${people} accounts, probably of one person, used` : "Used";
  const count = Math.max(uses, (limit ?? 0) + 1);
  return `${who} ${code} ${times(count)}${limitWords({ limit, span })}.`;
}

function limitWords({ limit, span }: Pick<Described, "limit" | "span">): string {
  return limit === null ? "" : `; the limit is ${times(limit)}${span === "" ? "" : ` ${span}`}`;
}
