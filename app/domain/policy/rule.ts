import { ANY_ONLY, SAFE_ONLY } from "#app/domain/code/alphabet.ts";
import type { Limit } from "./limit.ts";

/**
 * Which codes a rule speaks for: one code, or every unique code of a batch, told by its prefix
 * and by how many letters of the safe alphabet, or of any, follow it.
 */
export type RuleMatch =
  | { kind: "code"; key: string }
  | { kind: "unique"; prefix: string; length: number; alphabet: "safe" | "any" };

/** See `GuardRule.guest`. */
export type GuestPolicy = "match" | "sign_in" | "allow";

export const GUEST_POLICIES: readonly GuestPolicy[] = ["match", "sign_in", "allow"];

/**
 * What the guard holds for the codes of one campaign. Several rules may carry the same `id`
 * (a campaign with several codes); their uses count together.
 *
 * - `id`: the campaign's number in base 36, lower case.
 * - `match.key`: as `codeKey` gives it; `match.prefix`: A–Z, 0–9, "-", "_", followed by `length`
 *   characters of the alphabet.
 * - `segments`: numeric Shopify segment ids; being in any of them is enough; empty means everyone.
 * - `guest`: what happens to a shopper who is not a customer: compare e-mail and phone with the
 *   digests ("match"), ask to sign in, or let through and reconcile from the orders ("allow").
 */
export type GuardRule = RuleTerms & { match: RuleMatch };

/** What a rule asks, whatever code it was found by. */
export type RuleTerms = {
  id: string;
  limit: Limit | null;
  segments: readonly string[];
  guest: GuestPolicy;
};

/** Whether a rule speaks for the code with this key. */
export function matches(match: RuleMatch, key: string): boolean {
  if (match.kind === "code") return match.key === key;
  return (
    key.length === match.prefix.length + match.length &&
    key.startsWith(match.prefix) &&
    (match.alphabet === "safe" ? SAFE_ONLY : ANY_ONLY).test(key.slice(match.prefix.length))
  );
}

/**
 * Whether some code could match both; rules on the wire must be disjoint. On the safe side for
 * two unique ones: codes of equal length where one prefix begins with the other count as
 * overlapping, so that the last prefix before a code in order is the only one it can have.
 */
export function rulesOverlap(a: RuleMatch, b: RuleMatch): boolean {
  if (a.kind === "code") return matches(b, a.key);
  if (b.kind === "code") return matches(a, b.key);
  if (a.prefix.length + a.length !== b.prefix.length + b.length) return false;
  return a.prefix.startsWith(b.prefix) || b.prefix.startsWith(a.prefix);
}
