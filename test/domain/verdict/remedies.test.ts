import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { dayNumber, dayText } from "#app/domain/policy/day.ts";
import { spendLimit, type GuardLimit } from "#app/domain/policy/limit.ts";
import { EVERYONE } from "#app/domain/policy/rule.ts";
import { remediesFor, type Remedy } from "#app/domain/verdict/remedies.ts";
import { countedBy, judgeCase, type ShopperCase } from "#app/domain/verdict/shopper-case.ts";
import { changeOf, dayWords, limitWords, ruleWords } from "#app/domain/verdict/words.ts";
import { anyLimit } from "../policy/generated.ts";

type Use = { campaign: string; groups: `+${string}`[]; codeKey: string; day: string } & {
  costMinor: number;
  orderId: string;
  orderName: string;
};
type Case = ShopperCase<Use>;

const use = (day: string, orderId: string, codeKey = "SALE", costMinor = 0): Use => {
  const order = { orderId, orderName: `#${orderId}` };
  return { campaign: "1", groups: ["+1"], codeKey, day, costMinor, ...order };
};

const caseOf = (change: Partial<Case> & { limits?: GuardLimit[] } = {}): Case => ({
  key: "SALE",
  terms: {
    ...{ id: "1", groups: ["+1"], limits: change.limits ?? [] },
    ...{ eligibility: EVERYONE, guest: "match", hasTexts: false },
  },
  ...{ state: "signed_in", orders: 0, localDate: "2026-11-23", uses: [], isWritten: true },
  standing: { memberships: [], isReturning: false, disqualified: [], signIn: [], allowed: [] },
  ...change,
});
const who = (change: Partial<typeof EVERYONE>, rest: Partial<Case> = {}): Case => {
  const which = caseOf(rest);
  return { ...which, terms: { ...which.terms, eligibility: { ...EVERYONE, ...change } } };
};

const NAMES = {
  ...{ campaign: "SALE", rule: "1", groups: { "+1": "Welcome" }, segments: { "5": "Best" } },
  freedBy: "cancel it",
  currency: "EUR",
};
const wordsOf = (remedies: readonly Remedy[]): unknown[] =>
  remedies.map((remedy) => {
    const { words, then } = changeOf(remedy, NAMES);
    return then.length === 0 ? words : [words, wordsOf(remedy.then)];
  });
const advice = (which: Case, hasAccount = true) =>
  wordsOf(remediesFor(which, { hasAccount, depth: 0 }));
const ALLOW = "Put this customer on the allow-list of the campaign";

const once = (window: GuardLimit["window"], counter: GuardLimit["counter"] = "campaign") => {
  return { perCustomer: 1, window, counter } satisfies GuardLimit;
};

describe("what would change a refusal", () => {
  test.each<[string, Case, unknown[]]>([
    ["none that goes through", caseOf(), []],
    [
      "a month",
      caseOf({ limits: [once("month")], uses: [use("2026-11-02", "11"), use("2026-10-30", "9")] }),
      [
        "From 1 December 2026",
        "Free the use of order #11 (cancel it)",
        "Raise the limit: 2 times a month instead of once a month",
        ALLOW,
      ],
    ],
    [
      "for life, over a group, two over",
      caseOf({
        limits: [once("lifetime", "+1")],
        uses: [use("2026-01-02", "1"), use("2026-02-02", "2"), use("2026-03-02", "3")],
      }),
      [
        "Free the uses of orders #1, #2 and #3 (cancel it)",
        "Raise the limit: 4 times in total, over all campaigns of Welcome instead of once in total, over all campaigns of Welcome",
        ALLOW,
      ],
    ],
    [
      "a cap per customer, which one of two orders brought",
      caseOf({
        limits: [spendLimit("1", 5_000)],
        uses: [use("2026-11-02", "11", "SALE", 4_000), use("2026-11-03", "12", "SALE", 1_500)],
      }),
      [
        "Free the use of order #11 or #12 (cancel it)",
        "Raise the limit: until 55.01 EUR are taken off instead of until 50.00 EUR are taken off",
        ALLOW,
      ],
    ],
    [
      "a rolling window and a quarter: the longer of both ends",
      caseOf({
        limits: [once({ kind: "rolling", days: 30 }), { ...once("quarter"), perCustomer: 2 }],
        uses: [use("2026-11-20", "2"), use("2026-10-01", "1")],
      }),
      [
        "From 1 January 2027",
        "Free the use of order #2 (cancel it)",
        "Raise the limit: 2 times within 30 days instead of once within 30 days; 3 times a quarter instead of 2 times a quarter",
        ALLOW,
      ],
    ],
    [
      "disqualified until a day, and over a limit besides",
      caseOf({
        limits: [once("month")],
        uses: [use("2026-11-02", "11")],
        standing: {
          ...caseOf().standing,
          disqualified: [{ scope: "+1", until: "2026-12-05" }],
        },
      }),
      [
        "From 6 December 2026",
        [
          "Lift the disqualification from the group Welcome",
          [
            "From 1 December 2026",
            "Free the use of order #11 (cancel it)",
            "Raise the limit: 2 times a month instead of once a month",
          ],
        ],
        ALLOW,
      ],
    ],
    [
      "asked to sign in for everything",
      caseOf({
        state: "known",
        standing: { ...caseOf().standing, signIn: [{ scope: "*", until: null }] },
      }),
      ["Sign in", "No longer ask this shopper to sign in for everything", ALLOW],
    ],
    [
      "segments: all of, any of",
      who({ all: ["5", "#vip"], any: ["#a", "#b"] }),
      ["Bring the customer into Best and the tag vip, and into the tag a or the tag b", ALLOW],
    ],
    [
      "returning only",
      who({ customers: "returning" }),
      ["A first order without this code", "Open the campaign to new customers", ALLOW],
    ],
    [
      "new only",
      who({ customers: "new" }, { orders: 2 }),
      ["Open the campaign to customers who have ordered before", ALLOW],
    ],
    [
      "signed in only",
      who({ signedIn: true }, { state: "known" }),
      ["Sign in", "Take out of the campaign what only a customer who is signed in can meet", ALLOW],
    ],
  ])("%s", (_, which, expected) => expect(advice(which)).toEqual(expected));

  test("a guest without an account would have to make one", () => {
    expect(advice(who({ any: ["#vip"] }, { state: "guest" }), false)).toEqual([
      ["Make an account with this shop and sign in", ["Bring the customer into the tag vip"]],
      "Take out of the campaign what only a customer who is signed in can meet",
    ]);
  });

  test("a guest waits like a customer, and no digest is needed for it", () => {
    const guest = caseOf({
      ...{ state: "guest", isWritten: false, limits: [once({ kind: "rolling", days: 30 })] },
      uses: [use("2026-11-20", "2")],
    });
    expect(advice(guest)[0]).toBe("From 20 December 2026");
  });
});

const scene = fc
  .record({
    limits: fc.array(anyLimit(["+1"]), { minLength: 1, maxLength: 3 }),
    days: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 }),
    state: fc.constantFrom<Case["state"]>("signed_in", "known", "guest"),
    until: fc.option(fc.integer({ min: 0, max: 40 })),
  })
  .map(({ limits, days, state, until }): Case => {
    const today = dayNumber("2026-11-23") ?? 0;
    const low = limits.map((limit) => ({ ...limit, perCustomer: (limit.perCustomer % 3) + 1 }));
    const end = until === null ? null : dayText(today + until);
    return caseOf({
      ...{ limits: low, state, isWritten: state !== "guest" },
      uses: days.map((ago, index) => use(dayText(today - ago), String(index))),
      standing: {
        ...caseOf().standing,
        disqualified: end === null ? [] : [{ scope: "*", until: end }],
      },
    });
  });

const accepts = (which: Case) => judgeCase(which).outcome === "accept";

test("from the day told on it goes through, and on no day before", () => {
  let waits = 0;
  fc.assert(
    fc.property(scene, (which) => {
      const remedies = remediesFor(which);
      for (const remedy of remedies) {
        if (remedy.kind !== "wait") continue;
        waits += 1;
        const from = dayNumber(remedy.from) ?? 0;
        expect(accepts({ ...which, localDate: remedy.from })).toBe(true);
        const today = dayNumber(which.localDate) ?? 0;
        // A season may be over in fifty years only.
        for (let day = Math.max(today, from - 80); day < from; day++)
          expect(accepts({ ...which, localDate: dayText(day) })).toBe(false);
      }
    }),
    { numRuns: 400, seed: 3 },
  );
  expect(waits).toBeGreaterThan(50);
});

test("freeing what is told is enough, and raising to what is told no more than enough", () => {
  let freed = 0;
  fc.assert(
    fc.property(scene, (which) => {
      for (const remedy of remediesFor(which)) {
        if (remedy.kind === "free_uses") {
          freed += 1;
          const choices = remedy.count === 1 ? remedy.orders.map((one) => [one]) : [remedy.orders];
          for (const gone of choices) {
            const ids = gone.map(({ id }) => id);
            const uses = which.uses.filter(({ orderId }) => !ids.includes(orderId));
            expect(accepts({ ...which, uses })).toBe(true);
          }
        }
        if (remedy.kind === "raise_limit")
          for (const { limit, to } of remedy.limits)
            expect(to.perCustomer).toBe(countedBy(which, limit).length + 1);
      }
    }),
    { numRuns: 400, seed: 4 },
  );
  expect(freed).toBeGreaterThan(50);
});

test("a rule, a limit and a day in words", () => {
  const terms = who({ none: ["#staff"], customers: "new", signedIn: true }).terms;
  expect(ruleWords({ ...terms, limits: [once("day", "code")] }, NAMES)).toEqual([
    "Each customer can use it once a day, each code by itself.",
    "Not for customers with: the tag staff.",
    "Only for new customers.",
    "Only when signed in.",
    "Guests are compared by e-mail and phone.",
  ]);
  const season = { kind: "period", first: "2026-11-01", last: "2026-11-30" } as const;
  expect(limitWords({ ...once(season), perCustomer: 3 }, NAMES)).toBe(
    "3 times from 1 November 2026 to 30 November 2026",
  );
  expect(dayWords("2026-02-09")).toBe("9 February 2026");
});
