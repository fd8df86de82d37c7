import { SAFE_ALPHABET } from "#app/domain/code/alphabet.ts";
import { EVERYONE, type GuardRule, type RuleTerms } from "#app/domain/policy/rule.ts";
import { EMPTY_STANDING, type Standing } from "#app/domain/policy/standing.ts";
import { guardInput, type Checkout } from "#test/function/guard-input.ts";

/** A signed-in shopper of a shop with `rules` campaigns, `entries` uses behind them. */
export type GuardCase = { codes: number; rules: number; entries: number };

/**
 * Half the campaigns have one public code, half a batch of unique codes. The codes typed are
 * spread over the campaigns, of both kinds by turns; the public ones are at their limit and
 * refused with a date, the unique ones are free, so both ways out are paid for.
 */
export function guardCase({ codes, rules, entries }: GuardCase): Checkout {
  const campaigns = Array.from({ length: rules }, (_, i) => campaign(i));
  const typed = Array.from({ length: codes }, (_, i) =>
    codeOf(campaigns[Math.floor((i * rules) / codes / 2) * 2 + (i % 2)]!),
  );
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
  return { rules: campaigns, standing, isAuthenticated: true, codes: typed };
}

function campaign(i: number): GuardRule {
  const number = (i + 36).toString(36);
  const terms: RuleTerms = {
    id: number,
    groups: [],
    limits: [{ perCustomer: 1, window: "month", counter: "campaign" }],
    eligibility: { ...EVERYONE, any: i % 3 === 0 ? ["531234567891"] : [] },
    guest: "match",
    hasTexts: false,
  };
  const name = `SUMMER26_${number.toUpperCase()}OFF`;
  return i % 2 === 0
    ? { ...terms, match: { kind: "code", key: `${name}_EMAIL` } }
    : {
        ...terms,
        match: { kind: "unique", prefix: `${name}-`, length: 8, alphabet: "safe" },
      };
}

function codeOf({ match }: GuardRule): string {
  return match.kind === "code"
    ? match.key.toLowerCase()
    : match.prefix + SAFE_ALPHABET.slice(3, 3 + match.length);
}

export const inputOf = (guardCaseSize: GuardCase) => guardInput(guardCase(guardCaseSize));
