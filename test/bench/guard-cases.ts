import { codeKey } from "#app/domain/code/code-key.ts";
import { SAFE_ALPHABET } from "#app/domain/code/alphabet.ts";
import { guestDigest, guestIdentity, type DigestKey } from "#app/domain/policy/digest.ts";
import { GUESTS_CAPACITY } from "#app/domain/policy/guests-wire.ts";
import type { GroupId, GuardLimit } from "#app/domain/policy/limit.ts";
import { counterOf, EVERYONE, type GuardRule, type RuleTerms } from "#app/domain/policy/rule.ts";
import { encodeRules } from "#app/domain/policy/rules-wire.ts";
import { DAYS_MOST, encodeStanding } from "#app/domain/policy/standing-wire.ts";
import { EMPTY_STANDING, type CountedUses, type Standing } from "#app/domain/policy/standing.ts";
import { textBlocks } from "#app/domain/policy/text-blocks.ts";
import { guardInput, SHIPPED_TEXTS, type Checkout } from "#test/function/guard-input.ts";

/** A signed-in shopper of a shop with `rules` campaigns, `entries` uses behind them. */
export type GuardCase = { codes: number; rules: number; entries: number };

/** Shopify takes five codes for products and orders and one for shipping. */
export const CODES_MOST = 6;

/**
 * Half the campaigns have one public code, half a batch of unique codes. The codes typed are
 * spread over the campaigns, of both kinds by turns; the public ones are at their limit and
 * refused with a date, the unique ones are free, so both ways out are paid for.
 */
function guardCase({ codes, rules, entries }: GuardCase): Checkout {
  const campaigns = Array.from({ length: rules }, (_, i) => campaign(i));
  const atLimit = campaigns.filter((_, i) => i % 2 === 0);
  const standing: Standing = {
    ...EMPTY_STANDING,
    uses: Array.from({ length: entries }, (_, i) => ({
      counter: (atLimit[i] ?? { id: `old${i}` }).id,
      total: 1 + (i % 2),
      days: i % 2 ? ["2026-11-03", "2026-11-01"] : ["2026-11-02"],
    })),
    memberships: ["531234567890", "531234567891", "531234567892"],
  };
  return { rules: campaigns, standing, isAuthenticated: true, codes: typed(campaigns, codes) };
}

export const inputOf = (guardCaseSize: GuardCase) => guardInput(guardCase(guardCaseSize));

function campaign(i: number, terms: Partial<RuleTerms> = {}): GuardRule {
  const number = (i + 36).toString(36);
  const name = `SUMMER26_${number.toUpperCase()}OFF`;
  return {
    id: number,
    groups: [],
    limits: [{ perCustomer: 1, window: "month", counter: "campaign" }],
    eligibility: { ...EVERYONE, any: i % 3 === 0 ? ["531234567891"] : [] },
    guest: "match",
    hasTexts: false,
    ...terms,
    match:
      i % 2 === 0
        ? { kind: "code", key: `${name}_EMAIL` }
        : { kind: "unique", prefix: `${name}-`, length: 8, alphabet: "safe" },
  };
}

/** So many codes, spread over the campaigns, of both kinds by turns. */
function typed(campaigns: readonly GuardRule[], codes: number): string[] {
  return Array.from({ length: codes }, (_, i) => {
    const at = Math.floor((i * campaigns.length) / codes / 2) * 2 + (i % 2);
    return codeOf(campaigns[at % campaigns.length]!);
  });
}

function codeOf({ match }: GuardRule): string {
  return match.kind === "code"
    ? match.key.toLowerCase()
    : match.prefix + SAFE_ALPHABET.slice(3, 3 + match.length);
}

const GUEST = { email: "Some.Body+tag@googlemail.com", phone: "+49 151 2345 6789" };
const KEY: DigestKey = [0x1234567, 0x89abcde, 0xf012345, 0x6789abc];

/** Digests of other people. */
export function strangers(count: number): string[] {
  return Array.from({ length: count }, (_, i) =>
    guestDigest(KEY, "10", "m261101", guestIdentity(KEY, "e", `guest${i}@example.com`)),
  );
}

/** A guest with e-mail and phone and one code, against so many digests. */
export function guestInput(digests: number, someDisqualified = false) {
  const rules = Array.from({ length: 5 }, (_, i) => campaign(i, { eligibility: EVERYONE }));
  const guests =
    digests > 0 ? { digests: strangers(digests), key: KEY, someDisqualified } : undefined;
  return guardInput({ rules, codes: typed(rules, 1), ...GUEST, ...(guests && { guests }) });
}

/** As many limits and groups as a rule may carry; none of them cheap. */
function heavyTerms(i: number): Partial<RuleTerms> {
  const groups: GroupId[] = [`+${(2 * i).toString(36)}`, `+${(2 * i + 1).toString(36)}`];
  const limits: GuardLimit[] = [
    { perCustomer: DAYS_MOST, window: { kind: "rolling", days: 365 }, counter: groups[0]! },
    { perCustomer: DAYS_MOST, window: { kind: "rolling", days: 31 }, counter: "code" },
    { perCustomer: DAYS_MOST, window: "quarter", counter: groups[1]! },
  ];
  return {
    groups,
    limits,
    eligibility: { ...EVERYONE, none: ["531234567891", "#vip", "#press", "#staff"] },
  };
}

/** The most rules, with the most each may carry in those that are typed, that fit on the wire. */
function fullRules(): GuardRule[] {
  const rulesOf = (count: number) =>
    Array.from({ length: count }, (_, i) =>
      campaign(i, i < 2 * CODES_MOST ? heavyTerms(i) : { eligibility: EVERYONE }),
    );
  return rulesOf(
    most((count) => encodeRules(rulesOf(count), textBlocks(SHIPPED_TEXTS, rulesOf(count))).ok),
  );
}

/** The most a wire can hold; every kind of input at its largest, every code refused or nearly. */
export function worstInputs() {
  const rules = fullRules();
  const codes = rules.slice(0, CODES_MOST).map(codeOf);
  // A language that is not the shop's, and has letters to be told.
  const signedIn: Checkout = {
    ...{ rules, codes, standing: fullStanding(rules) },
    ...{ isAuthenticated: true, language: "DE" },
  };
  const guests = { digests: strangers(GUESTS_CAPACITY), key: KEY, someDisqualified: true };
  return {
    guest: guardInput({ rules: rules.map(withoutEligibility), codes, ...GUEST, guests }),
    signed_in: guardInput(signedIn),
    known: guardInput({ ...signedIn, isAuthenticated: false }),
  };
}

const withoutEligibility = (rule: GuardRule): GuardRule => ({ ...rule, eligibility: EVERYONE });

/** Every limit reached by its last use, and as much else as fits. */
function fullStanding(rules: readonly GuardRule[]): Standing {
  const days = Array.from(
    { length: 30 },
    (_, i) => `2026-11-${String(23 - (i % 20)).padStart(2, "0")}`,
  );
  const typedRules = rules.slice(0, CODES_MOST);
  const counters = typedRules.flatMap((rule) =>
    rule.limits.map((limit) => counterOf(limit, rule.id, codeKey(codeOf(rule)))),
  );
  const counted: CountedUses[] = counters.map((counter) => ({ counter, total: 99, days }));
  const standingOf = (count: number): Standing => ({
    ...EMPTY_STANDING,
    memberships: ["531234567890"],
    disqualified: [{ scope: "zz", until: null }],
    signIn: [{ scope: "zx", until: null }],
    allowed: [{ scope: "zy", until: null }],
    uses: [
      ...counted,
      ...Array.from({ length: count }, (_, i) => ({ counter: `old${i}`, total: 1, days: [] })),
    ],
  });
  return standingOf(most((count) => encodeStanding(standingOf(count)).ok));
}

/** The largest count that still fits. */
function most(fits: (count: number) => boolean): number {
  let low = 0;
  let high = 4_000;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
