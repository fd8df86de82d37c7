import type { RuleTerms } from "./rule.ts";

/**
 * Who is at the checkout. "known": Shopify matched them to a customer by e-mail, but they are not
 * signed in, so anyone could have typed it. "guest": e-mail or phone, no customer.
 */
export type Buyer = {
  state: "signed_in" | "known" | "guest" | "anonymous";
  email: string | null;
  phone: string | null;
};

/** A code as the shopper typed it; one already applied can no longer be rejected. */
export type EnteredCode = { code: string; rejectable: boolean };

/** Finds the one rule that speaks for a code (given as `codeKey`), if any. */
export type RuleBook = { ruleOf(key: string): RuleTerms | null };

/** What is known of the customer, however it is stored. */
export type StandingBook = {
  usesOf(rule: string, period: string): number;
  inAnySegment(segments: readonly string[]): boolean;
  /** The last local date it holds; `FOREVER` without end; null when not disqualified. */
  disqualifiedUntil(rule: string): string | null;
};

/** What is known of the guest at the checkout. */
export type GuestBook = {
  reached(rule: string, period: string): boolean;
  disqualified(rule: string): boolean;
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
