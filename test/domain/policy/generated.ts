import fc from "fast-check";
import { SAFE_ALPHABET } from "#app/domain/code/alphabet.ts";
import { LIMIT_WINDOWS, type GuardLimit } from "#app/domain/policy/limit.ts";
import {
  GUEST_POLICIES,
  rulesOverlap,
  type GuardRule,
  type RuleMatch,
  type RuleTerms,
} from "#app/domain/policy/rule.ts";
import type { Standing } from "#app/domain/policy/standing.ts";

const CAMPAIGNS = ["1", "2", "3", "a", "1a", "zz"];
const GROUPS = ["+1", "+1a", "+zz"] as const;
const MEMBERSHIPS = [
  "5",
  "51",
  "512",
  "600000000000",
  "issued:a",
  "#vip",
  "#a, b|c;%",
  "#größe 🎉",
];

const codeKeyText = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom("SALE", "SALE2", "SALE-2", "B", "XM-", "XM-BCDA", "#5", ",", ",#7,"),
  },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 6 })
      .map((s) => s.trim().toUpperCase() || "Q"),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom(..."%;,|=#~!:.A2"), minLength: 1, maxLength: 5 }),
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

export const anyDate = fc
  .integer({ min: 11_400, max: 47_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

export const anyLimit = (groups: readonly `+${string}`[]): fc.Arbitrary<GuardLimit> =>
  fc.record({
    perCustomer: fc.integer({ min: 1, max: 1_000 }),
    window: fc.oneof(
      fc.constantFrom(...LIMIT_WINDOWS),
      fc.integer({ min: 1, max: 1_000 }).map((days) => ({ kind: "rolling" as const, days })),
      fc.tuple(anyDate, anyDate).map((days) => {
        const [first = "", last = ""] = days.sort();
        return { kind: "period" as const, first, last };
      }),
    ),
    counter: fc.constantFrom<GuardLimit["counter"]>("code", "campaign", ...groups),
  });

const memberships = fc.uniqueArray(fc.constantFrom(...MEMBERSHIPS), { maxLength: 2 });

/** The terms of a campaign. */
const anyTerms: fc.Arbitrary<Omit<RuleTerms, "id">> = fc
  .subarray([...GROUPS], { maxLength: 2 })
  .chain((groups) =>
    fc.record({
      groups: fc.constant(groups),
      limits: fc.array(anyLimit(groups), { maxLength: 3 }),
      eligibility: fc.record({
        all: memberships,
        any: memberships,
        none: memberships,
        customers: fc.constantFrom("everyone" as const, "new" as const, "returning" as const),
        signedIn: fc.boolean(),
      }),
      guest: fc.constantFrom(...GUEST_POLICIES),
      hasTexts: fc.boolean(),
    }),
  );

/** Rules as the server may write them: none overlaps another, all of one campaign have its terms. */
export const anyRules: fc.Arbitrary<GuardRule[]> = fc
  .tuple(
    fc.array(fc.record({ campaign: fc.nat({ max: CAMPAIGNS.length - 1 }), match }), {
      maxLength: 12,
    }),
    fc.array(anyTerms, { minLength: CAMPAIGNS.length, maxLength: CAMPAIGNS.length }),
  )
  .map(([matches, terms]) =>
    matches
      .filter(
        (one, i) => !matches.slice(0, i).some((other) => rulesOverlap(one.match, other.match)),
      )
      .map(({ campaign, match: by }) => ({
        id: CAMPAIGNS[campaign]!,
        ...terms[campaign]!,
        match: by,
      })),
  );

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
  return fc.oneof(
    ...fitting,
    fc.tuple(prefix, tail).map(([a, b]) => a + b),
    codeKeyText,
  );
}

const scoped = fc.uniqueArray(
  fc.record({
    scope: fc.constantFrom(...CAMPAIGNS, ...GROUPS, "*"),
    until: fc.option(anyDate),
  }),
  { maxLength: 2, selector: (entry) => entry.scope },
);

/** At most one entry for each thing, days newest first. */
export const anyStanding: fc.Arbitrary<Standing> = fc.record({
  uses: fc.uniqueArray(
    fc.record({
      counter: fc.oneof(
        fc.constantFrom(...CAMPAIGNS, ...GROUPS),
        codeKeyText.map((key) => "a=" + key),
      ),
      total: fc.nat({ max: 5_000 }),
      days: fc
        .array(fc.tuple(anyDate, fc.integer({ min: 1, max: 40 })), { maxLength: 4 })
        .map((days) =>
          days
            .flatMap(([day, count]) => Array<string>(count).fill(day))
            .sort()
            .reverse(),
        ),
    }),
    { maxLength: 12, selector: ({ counter }) => counter },
  ),
  memberships: fc.uniqueArray(fc.constantFrom(...MEMBERSHIPS), { maxLength: 3 }),
  isReturning: fc.boolean(),
  disqualified: scoped,
  signIn: scoped,
  allowed: scoped,
});
