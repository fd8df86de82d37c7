import type { ExceptionKind } from "../guard/exception.ts";
import type { RejectReason } from "../policy/verdict.ts";
import type { Remedy } from "./remedies.ts";

/** What the verdict on one code and one shopper is, and what it rests on. Instants are UTC, days the shop's. */
export type WhyNot = {
  code: string;
  campaign: { id: string; name: string } | null;
  /** `at` was asked for, or is now. `day`: the shop's local date then. */
  moment: { at: string; day: string; isPast: boolean };
  who: Who;
  outcome: "accept" | "reject";
  reason: RejectReason | null;
  /** One sentence for staff. */
  why: string;
  /** What the campaign asks, in words. */
  rule: string[];
  /** What the shopper reads, in `language`; null when the code is not refused by a rule of ours. */
  sentence: string | null;
  language: string;
  /** Why Shopify itself would not take the code, whoever types it. */
  shopify: string[];
  evidence: Evidence;
  changes: Change[];
  /** What of it is not known, or is as of now although the past was asked for. */
  unknown: string[];
};

/** Who was judged. `name`: as Shopify calls the customer; never for a guest. */
export type Who = {
  state: "signed_in" | "known" | "guest" | "anonymous";
  name: string | null;
  customerId: string | null;
};

export type Evidence = {
  limits: CountedLimit[];
  memberships: { name: string; asked: "all" | "any" | "none"; has: boolean }[];
  exceptions: ExceptionEvidence[];
  /** Orders so far, by Shopify's count; null when it was not asked or does not matter. */
  orders: number | null;
  isReturning: boolean;
};

/**
 * A limit with the orders that count toward it, oldest first; of a cap per customer also what it is and what is gone of
 * it, in minor units.
 */
export type CountedLimit = {
  words: string;
  perCustomer: number;
  count: number;
  spent: { minor: number; capMinor: number; currency: string } | null;
  orders: { id: string; name: string; day: string; code: string }[];
};

/** A disqualification, a request to sign in, or an entry of the allow-list, that holds on the day. */
export type ExceptionEvidence = {
  kind: ExceptionKind;
  scope: string;
  until: string | null;
  reason: string;
  by: string;
  at: string;
};

/** What would change it, in words and as data. */
export type Change = { words: string; then: Change[]; remedy: Omit<Remedy, "then"> };

/** What checkout refuses as `not_eligible` is told apart: the campaign was not issued to them, or the rest of it. */
export type CountedReason = RejectReason | "not_issued";

/** How many people could use a code, by why not. `notKnown`: of `accept`, whom only Shopify's own count can tell. */
export type WhyNotCount = {
  code: string;
  campaign: { id: string; name: string };
  day: string;
  of: string;
  people: number;
  accept: number;
  notKnown: number;
  reasons: { reason: CountedReason; words: string; people: number }[];
  shopify: string[];
};
