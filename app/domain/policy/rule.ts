import type { Limit } from "./limit.ts";

/** Which codes a rule speaks for: one public code, or every unique code of a batch. */
export type RuleMatch =
  { kind: "code"; key: string } | { kind: "unique"; prefix: string; length: number };

/**
 * What the guard holds for the codes of one campaign. Several rules may carry the same `id`
 * (a campaign with several codes); their uses count together.
 *
 * - `id`: the campaign's number in base 36.
 * - `match.key`, `match.prefix`: as `codeKey` gives them; `length` letters follow the prefix.
 * - `segments`: numeric Shopify segment ids; being in any of them is enough; empty means everyone.
 * - `guest`: what happens to a shopper who is not a customer — compare e-mail and phone with the
 *   digests ("match"), ask to sign in, or let through and reconcile from the orders ("allow").
 */
export type GuardRule = {
  id: string;
  match: RuleMatch;
  limit: Limit | null;
  segments: readonly string[];
  guest: GuestPolicy;
};

export type GuestPolicy = "match" | "sign_in" | "allow";
