import type { LimitWindow } from "../policy/limit.ts";
import { decimalText } from "../shared/money.ts";
import type { OvershootEvidence } from "./summary.ts";

const SPAN: Record<LimitWindow, string> = {
  lifetime: "in total",
  day: "a day",
  week: "a week",
  month: "a month",
  quarter: "a quarter",
};

const times = (count: number) => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);

/** What happened, in one sentence for staff: "Used SUMMER26_FREESHIP twice; the limit is once in total." */
export function describeOvershoot(evidence: OvershootEvidence, campaign: string | null): string {
  const { limit, counter, group, orders, spent, isHousehold, currency = "" } = evidence;
  if (spent) {
    const amount = (minor: number) => `${decimalText(minor, currency)} ${currency}`;
    return `${campaign ?? "The code"} took ${amount(spent.minor)} off this customer’s orders; the cap per customer is ${amount(spent.capMinor)}.`;
  }
  if (limit === 0) return `Used ${campaign ?? "the code"}, which was not issued to this customer.`;
  const used = Math.max(orders.length, limit + 1);
  const what = counter.startsWith("+")
    ? `codes of ${group ?? "one group"}, ${campaign ?? "the code"} last,`
    : (campaign ?? "the code");
  const each = counter === "code" ? " for each code" : "";
  if (isHousehold)
    return `Used ${what} ${times(used)} in one household; the limit is ${times(limit)} ${spanWords(evidence)}.`;
  return `Used ${what} ${times(used)}; the limit is ${times(limit)} ${spanWords(evidence)}${each}.`;
}

export function spanWords({ window, season }: OvershootEvidence): string {
  if (typeof window === "string") return SPAN[window];
  if (window.kind === "rolling") return `within ${window.days} days`;
  return window.kind === "season" && season ? `in each ${season}` : "in the promotion";
}

/** What an honest shopper would say. Staff read it before they decide. */
export const INNOCENT_OVERSHOOT =
  "Two checkouts may have been open at once, on a phone and a laptop say, or people of one household share an e-mail " +
  "address. Shopify took both orders before the first one counted.";
