import fc from "fast-check";
import { SAFE_ALPHABET } from "#app/domain/code/alphabet.ts";
import {
  GUEST_POLICIES,
  rulesOverlap,
  type GuardRule,
  type RuleMatch,
} from "#app/domain/policy/rule.ts";
import { LIMIT_WINDOWS } from "#app/domain/policy/limit.ts";
import { periodOf } from "#app/domain/policy/period.ts";
import type { Standing } from "#app/domain/policy/standing.ts";

const CAMPAIGNS = ["1", "2", "3", "a", "1a", "zz"];
const SEGMENTS = ["5", "51", "512", "600000000000"];

const codeKeyText = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("SALE", "SALE2", "SALE-2", "B", "XM-", "XM-BCDA", "#5", ","),
  },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: "binary", minLength: 1, maxLength: 6 })
      .map((s) => s.trim().toUpperCase() || "Q"),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom(..."%;,|=#~.A2"), minLength: 1, maxLength: 5 }),
  },
);

const prefix = fc.oneof(
  fc.constantFrom("", "XM-", "XM", "S", "SUMMER-", "SUMMER_"),
  fc.string({ unit: fc.constantFrom(..."AB2-_"), maxLength: 3 }),
);

const match: fc.Arbitrary<RuleMatch> = fc.oneof(
  codeKeyText.map((key) => ({ kind: "code" as const, key })),
  fc.record({
    kind: fc.constant("unique" as const),
    prefix,
    length: fc.integer({ min: 4, max: 6 }),
    alphabet: fc.constantFrom("safe" as const, "any" as const),
  }),
);

const limit = fc.option(
  fc.record({
    perCustomer: fc.integer({ min: 1, max: 3 }),
    window: fc.constantFrom(...LIMIT_WINDOWS),
  }),
);

/** Rules as the server may write them: none overlaps another. */
export const anyRules: fc.Arbitrary<GuardRule[]> = fc
  .array(
    fc.record({
      id: fc.constantFrom(...CAMPAIGNS),
      match,
      limit,
      segments: fc.uniqueArray(fc.constantFrom(...SEGMENTS), { maxLength: 2 }),
      guest: fc.constantFrom(...GUEST_POLICIES),
    }),
    { maxLength: 12 },
  )
  .map((rules) =>
    rules.filter(
      (rule, i) => !rules.slice(0, i).some((other) => rulesOverlap(rule.match, other.match)),
    ),
  );

export const anyDate = fc
  .integer({ min: 0, max: 40_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

/** Codes that rules match, nearly match, or do not. */
export function codesFor(rules: readonly GuardRule[]): fc.Arbitrary<string> {
  const tail = fc.string({
    unit: fc.constantFrom(...SAFE_ALPHABET, "A"),
    minLength: 3,
    maxLength: 6,
  });
  const fitting = rules.map(({ match: m }) =>
    m.kind === "code"
      ? fc.constant(m.key)
      : fc
          .string({
            unit: fc.constantFrom(...SAFE_ALPHABET),
            minLength: m.length,
            maxLength: m.length,
          })
          .map((end) => m.prefix + end),
  );
  const text = fc.oneof(
    ...fitting,
    fc.tuple(prefix, tail).map(([a, b]) => a + b),
    codeKeyText,
  );
  const spelled = fc.constantFrom(
    (s: string) => s,
    (s: string) => s.toLowerCase(),
    (s: string) => ` ${s}`,
  );
  return fc.tuple(text, spelled).map(([code, spell]) => spell(code));
}

/** A standing with uses in and around the periods of a date; at most one entry for each thing. */
export function standingAround(date: string): fc.Arbitrary<Standing> {
  const periods = LIMIT_WINDOWS.flatMap((window) => periodOf(window, date)?.key ?? []);
  const rule = fc.constantFrom(...CAMPAIGNS);
  return fc.record({
    uses: fc.uniqueArray(
      fc.record({
        rule,
        period: fc.constantFrom(...periods, "2019-01", "2019-W07", "2019-Q1"),
        count: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 12, selector: (use) => `${use.rule} ${use.period}` },
    ),
    segments: fc.uniqueArray(fc.constantFrom(...SEGMENTS), { maxLength: 3 }),
    disqualified: fc.uniqueArray(
      fc.record({
        rule: fc.constantFrom(...CAMPAIGNS, "*"),
        until: fc.option(fc.constantFrom(date, "2019-01-01", "2199-01-01")),
      }),
      { maxLength: 2, selector: (entry) => entry.rule },
    ),
  });
}
