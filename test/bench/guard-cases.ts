import { SAFE_ALPHABET } from "#app/domain/code/alphabet.ts";
import type { GuardRule } from "#app/domain/policy/rule.ts";
import type { Standing } from "#app/domain/policy/standing.ts";
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
    uses: Array.from({ length: entries }, (_, i) => ({
      rule: (atLimit[i] ?? { id: `old${i}` }).id,
      period: atLimit[i] ? "2026-11" : `20${String(10 + (i % 16))}-0${1 + (i % 9)}`,
      count: 1 + (i % 2),
    })),
    segments: ["531234567890", "531234567891", "531234567892"],
    disqualified: [],
  };
  return { rules: campaigns, standing, isAuthenticated: true, codes: typed };
}

function campaign(i: number): GuardRule {
  const number = (i + 36).toString(36);
  const terms = { id: number, limit: { perCustomer: 1, window: "month" }, guest: "match" } as const;
  const segments = i % 3 === 0 ? ["531234567891"] : [];
  const name = `SUMMER26_${number.toUpperCase()}OFF`;
  return i % 2 === 0
    ? { ...terms, segments, match: { kind: "code", key: `${name}_EMAIL` } }
    : {
        ...terms,
        segments,
        match: { kind: "unique", prefix: `${name}-`, length: 8, alphabet: "safe" },
      };
}

function codeOf({ match }: GuardRule): string {
  return match.kind === "code"
    ? match.key.toLowerCase()
    : match.prefix + SAFE_ALPHABET.slice(3, 3 + match.length);
}

export const inputOf = (guardCaseSize: GuardCase) => guardInput(guardCase(guardCaseSize));
