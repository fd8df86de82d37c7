import type { GuardLimit } from "./limit.ts";
import type { RuleTerms } from "./rule.ts";

/**
 * Who is at the checkout. "known": Shopify matched them to a customer by e-mail, but they are not
 * signed in, so anyone could have typed it. "guest": e-mail or phone, no customer. `orders` is
 * Shopify's count of the customer's orders, null when not known.
 */
export type Buyer = {
  state: "signed_in" | "known" | "guest" | "anonymous";
  email: string | null;
  phone: string | null;
  orders: number | null;
};

/** A code as the shopper typed it; one already applied can no longer be rejected. */
export type EnteredCode = { code: string; rejectable: boolean };

/** Finds the one rule that speaks for a code (given as `codeKey`), if any. */
export type RuleBook = { ruleOf(key: string): RuleTerms | null };

/** What is known of the customer, however it is stored. Days are numbers (`day.ts`). */
export type StandingBook = {
  isReturning: boolean;
  /** `total` uses ever; `days` newest first, one for every use. Null when never used. */
  usesOf(counter: string): { total: number; days: readonly number[] } | null;
  isIn(membership: string): boolean;
  /** The last day it holds, 0 when it does not stand there. Scopes as in `counterOf`. */
  disqualifiedUntil(scope: string): number;
  allowedUntil(scope: string): number;
};

/** What is known of the guest at the checkout. Scopes and counters as in `counterOf`. */
export type GuestBook = {
  reached(counter: string, window: GuardLimit["window"], today: number): boolean;
  disqualified(scope: string): boolean;
};

/**
 * What `judge` answers. A book is null when what it stands for is missing or unreadable: what
 * cannot be known never refuses.
 */
export type Question = {
  rules: RuleBook | null;
  standing: StandingBook | null;
  guests: GuestBook | null;
  buyer: Buyer;
  codes: readonly EnteredCode[];
  /** The shop's local date, "YYYY-MM-DD". */
  localDate: string;
};
