import type { GroupId, GuardLimit } from "./limit.ts";

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
 * Who may use a campaign's codes at all. A membership is a numeric Shopify segment id, a customer's tag as
 * `tagMembership` writes it, or that a campaign was issued to them (`issuedMembership`). What only a customer can be
 * (`all`, `any`, "returning") asks strangers to sign in.
 *
 * - `all`, `any`, `none`: in every one of these, in at least one, in none; an empty list asks nothing.
 * - `customers`: "new" have no order yet, "returning" have.
 * - `signedIn`: a customer's e-mail typed by somebody is not enough.
 */
export type Eligibility = {
  all: readonly string[];
  any: readonly string[];
  none: readonly string[];
  customers: "everyone" | "new" | "returning";
  signedIn: boolean;
};

export const EVERYONE: Eligibility = {
  all: [],
  any: [],
  none: [],
  customers: "everyone",
  signedIn: false,
};

/** A customer's tag as a membership. Shopify compares tags without regard to case. */
export function tagMembership(tag: string): string {
  return "#" + tag.trim().toLowerCase();
}

/**
 * A campaign issued to somebody, as a membership; `rule`: its rule's id. Of all memberships it alone begins with "i", by
 * which the judge knows it.
 */
export function issuedMembership(rule: string): string {
  return "issued:" + rule;
}

export function isIssuance(membership: string): boolean {
  return membership.startsWith("issued:");
}

/** A campaign can be in so many groups. */
export const GROUPS_MOST = 2;

/**
 * What the guard holds for the codes of one campaign. Several rules may carry the same `id`
 * (a campaign with several codes) with the same terms; their uses count together.
 *
 * `match.key`: as `codeKey` gives it; `match.prefix`: A–Z, 0–9, "-", "_", followed by `length`
 * characters of the alphabet.
 */
export type GuardRule = RuleTerms & { match: RuleMatch };

/**
 * What a rule asks, whatever code it was found by.
 *
 * - `id`: the campaign's number in base 36, lower case.
 * - `groups`: the groups the campaign is in, at most `GROUPS_MOST`; among them those its limits count by.
 * - `limits`: at most `LIMITS_MOST`; the strictest wins.
 * - `guest`: what happens to a shopper who is not a customer: compare e-mail and phone with the
 *   digests ("match"), ask to sign in, or let through and reconcile from the orders ("allow").
 * - `hasTexts`: the campaign has sentences of its own (`texts.ts`) for some refusals.
 */
export type RuleTerms = {
  id: string;
  groups: readonly GroupId[];
  limits: readonly GuardLimit[];
  eligibility: Eligibility;
  guest: GuestPolicy;
  hasTexts: boolean;
};

/**
 * What uses are counted under, and what somebody can be disqualified from or allowed: a campaign
 * (its number in base 36), a group (`GroupId`), "*" for everything; for one code of a campaign the
 * campaign, "=" and the code's key; for a cap per customer a `SpendCounter`.
 */
export function counterOf({ counter }: GuardLimit, rule: string, key: string): string {
  return counter === "campaign" ? rule : counter === "code" ? rule + "=" + key : counter;
}

/** The campaign or group that a counter is of, by which somebody is disqualified or allowed. */
export function scopeOf(counter: string): string {
  return counter.split(/[=$]/)[0] ?? counter;
}

/** Whether a text is of the safe alphabet (`SAFE_ALPHABET`), or of any letters and digits. */
function isOnly(safe: boolean, text: string): boolean {
  return (safe ? /^[2-579B-DF-HJKMNPRTV-X]*$/ : /^[0-9A-Z]*$/).test(text);
}

/** Whether a rule speaks for the code with this key. */
export function matches(match: RuleMatch, key: string): boolean {
  if (match.kind === "code") return match.key === key;
  return (
    key.length === match.prefix.length + match.length &&
    key.startsWith(match.prefix) &&
    isOnly(match.alphabet === "safe", key.slice(match.prefix.length))
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
