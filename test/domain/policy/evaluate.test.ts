import { describe, expect, test } from "vitest";
import { guestBook, ruleBook, standingBook } from "#app/domain/policy/book.ts";
import { judge } from "#app/domain/policy/evaluate.ts";
import type { Buyer, Question } from "#app/domain/policy/question.ts";
import type { GuardRule } from "#app/domain/policy/rule.ts";
import { EMPTY_STANDING, type Standing } from "#app/domain/policy/standing.ts";

const TODAY = "2026-11-23";

const once: GuardRule = {
  id: "a1",
  match: { kind: "code", key: "WELCOME" },
  limit: { perCustomer: 1, window: "lifetime" },
  segments: [],
  guest: "match",
};
const monthly: GuardRule = {
  ...once,
  id: "a2",
  match: { kind: "code", key: "MONTHLY" },
  limit: { perCustomer: 2, window: "month" },
};
const vip: GuardRule = {
  ...once,
  id: "a3",
  match: { kind: "code", key: "VIP" },
  limit: null,
  segments: ["501", "502"],
};
const batch: GuardRule = {
  ...once,
  id: "a4",
  match: { kind: "unique", prefix: "XM-", length: 4, alphabet: "safe" },
};
const signIn: GuardRule = {
  ...once,
  id: "a5",
  match: { kind: "code", key: "MEMBERS" },
  guest: "sign_in",
};
const open: GuardRule = { ...once, id: "a6", match: { kind: "code", key: "OPEN" }, guest: "allow" };
const RULES = [once, monthly, vip, batch, signIn, open];

const buyer = (state: Buyer["state"]): Buyer => ({ state, email: null, phone: null });

type Asked = Partial<Omit<Question, "standing" | "codes" | "buyer">> & {
  state?: Buyer["state"];
  standing?: Partial<Standing> | null;
};

function ask(codes: readonly (string | [string])[], asked: Asked = {}) {
  const { state = "signed_in", standing = {}, ...rest } = asked;
  return judge({
    rules: ruleBook(RULES),
    standing: standing && standingBook({ ...EMPTY_STANDING, ...standing }),
    guests: null,
    buyer: buyer(state),
    // A code in brackets is already applied.
    codes: codes.map((code) =>
      typeof code === "string" ? { code, rejectable: true } : { code: code[0], rejectable: false },
    ),
    localDate: TODAY,
    ...rest,
  });
}

const outcomes = (...asked: Parameters<typeof ask>): string[] =>
  ask(...asked).map((verdict) => (verdict.outcome === "accept" ? "accept" : verdict.reason));

const used = (rule: string, period: string, count: number): Partial<Standing> => ({
  uses: [{ rule, period, count }],
});

describe("limits of a signed-in customer", () => {
  test.each([
    ["never used", "WELCOME", {}, "accept"],
    ["used once", "WELCOME", used("a1", "L", 1), "limit_reached"],
    ["stray spaces and case", "  weLCome ", used("a1", "L", 1), "limit_reached"],
    ["another campaign's uses", "WELCOME", used("a2", "L", 9), "accept"],
    ["below the monthly limit", "MONTHLY", used("a2", "2026-11", 1), "accept"],
    ["at the monthly limit", "MONTHLY", used("a2", "2026-11", 2), "limit_reached"],
    ["above it", "MONTHLY", used("a2", "2026-11", 7), "limit_reached"],
    ["last month's uses", "MONTHLY", used("a2", "2026-10", 2), "accept"],
    ["a code that is not ours", "OTHERAPP", used("a1", "L", 1), "accept"],
    ["another code of a batch", "XM-BCDF", used("a4", "L", 1), "limit_reached"],
  ])("%s", (_, code, standing, outcome) => {
    expect(outcomes([code], { standing })).toEqual([outcome]);
  });
});

describe("several codes at once", () => {
  test.each([
    [
      "two of one batch: the second is refused",
      ["XM-BCDF", "XM-BCDG"],
      ["accept", "limit_reached"],
    ],
    ["the same code typed twice is one code", ["WELCOME", " welcome"], ["accept", "accept"]],
    ["different campaigns do not count together", ["WELCOME", "XM-BCDF"], ["accept", "accept"]],
    [
      "codes between do not matter",
      ["XM-BCDF", "NOTOURS", "XM-BCDG"],
      ["accept", "accept", "limit_reached"],
    ],
    [
      "what is applied counts first, wherever entered",
      ["XM-BCDF", ["XM-BCDG"]],
      ["limit_reached", "accept"],
    ],
    [
      "what is applied is never refused",
      [["XM-BCDF"], ["XM-BCDG"], ["XM-BCDH"]],
      ["accept", "accept", "accept"],
    ],
    ["the twin of an applied code is accepted", [["WELCOME"], "welcome"], ["accept", "accept"]],
  ] as const)("%s", (_, codes, expected) => {
    expect(outcomes(codes as readonly (string | [string])[])).toEqual(expected);
    expect(outcomes(codes as readonly (string | [string])[], { state: "anonymous" })).toEqual(
      expected,
    );
  });

  test("a refused code is no use: the next one is judged as if it were not there", () => {
    const standing = { segments: [], disqualified: [{ rule: "a1", until: null }] };
    expect(outcomes(["WELCOME", "XM-BCDF"], { standing })).toEqual(["disqualified", "accept"]);
  });

  test("earlier uses and the cart add up", () => {
    const monthlyTwice = ruleBook([{ ...batch, limit: { perCustomer: 2, window: "month" } }]);
    const standing = used("a4", "2026-11", 1);
    expect(outcomes(["XM-BCDF", "XM-BCDG"], { rules: monthlyTwice, standing })).toEqual([
      "accept",
      "limit_reached",
    ]);
  });
});

describe("segments", () => {
  test.each([
    ["in one of them", "signed_in", { segments: ["9", "502"] }, "accept"],
    ["in none", "signed_in", { segments: ["9"] }, "not_in_segment"],
    ["known, in one", "known", { segments: ["501"] }, "accept"],
    ["known, in none", "known", {}, "not_in_segment"],
    ["standing missing: Shopify's own setting decides", "signed_in", null, "accept"],
    ["guest", "guest", null, "sign_in_needed"],
    ["nobody yet", "anonymous", null, "sign_in_needed"],
  ] as const)("%s", (_, state, standing, outcome) => {
    expect(outcomes(["VIP"], { state, standing })).toEqual([outcome]);
  });
});

describe("disqualification", () => {
  test.each([
    ["from this campaign", [{ rule: "a1", until: null }], "disqualified"],
    ["from another", [{ rule: "a2", until: null }], "accept"],
    ["from everything", [{ rule: "*", until: null }], "disqualified"],
    ["until today", [{ rule: "a1", until: TODAY }], "disqualified"],
    ["until yesterday", [{ rule: "a1", until: "2026-11-22" }], "accept"],
    [
      "the longest holds",
      [
        { rule: "a1", until: "2026-11-22" },
        { rule: "*", until: "2027-01-01" },
      ],
      "disqualified",
    ],
  ])("%s", (_, disqualified, outcome) => {
    expect(outcomes(["WELCOME"], { standing: { disqualified } })).toEqual([outcome]);
  });

  test("comes before segment, sign-in and limit", () => {
    const standing: Partial<Standing> = {
      disqualified: [{ rule: "*", until: null }],
      uses: [{ rule: "a1", period: "L", count: 1 }],
    };
    expect(outcomes(["VIP", "WELCOME", "NOTOURS"], { standing })).toEqual([
      "disqualified",
      "disqualified",
      "accept",
    ]);
    const guests = guestBook([], ["*"]);
    expect(outcomes(["VIP", "MEMBERS", "OPEN"], { state: "guest", guests })).toEqual([
      "disqualified",
      "disqualified",
      "disqualified",
    ]);
  });
});

describe("guests", () => {
  const guests = guestBook(
    [
      { rule: "a1", period: "L" },
      { rule: "a2", period: "2026-10" },
      { rule: "a6", period: "L" },
    ],
    [],
  );
  test.each([
    ["known to have reached the limit", "WELCOME", "limit_reached"],
    ["in an earlier month", "MONTHLY", "accept"],
    ["of a campaign that asks to sign in", "MEMBERS", "sign_in_needed"],
    ["of a campaign that lets guests through", "OPEN", "accept"],
  ])("%s", (_, code, outcome) => {
    expect(outcomes([code], { state: "guest", standing: null, guests })).toEqual([outcome]);
  });

  test("nobody yet: judged again once they are known", () => {
    expect(outcomes(["WELCOME", "MEMBERS", "OPEN"], { state: "anonymous" })).toEqual([
      "accept",
      "sign_in_needed",
      "accept",
    ]);
  });

  test("a known customer is judged by their standing, never by digests", () => {
    expect(outcomes(["WELCOME", "MEMBERS"], { state: "known", guests })).toEqual([
      "accept",
      "accept",
    ]);
  });
});

describe("what cannot be known refuses nobody", () => {
  test.each([
    ["no rules", { rules: null, standing: used("a1", "L", 9) }],
    ["no standing", { standing: null }],
    ["no guests", { state: "guest", guests: null }],
  ] as const)("%s", (_, asked) => {
    expect(outcomes(["WELCOME", "MONTHLY"], asked)).toEqual(["accept", "accept"]);
  });

  test("no date: a lifetime still counts, a month cannot", () => {
    const standing: Partial<Standing> = {
      uses: [
        { rule: "a1", period: "L", count: 1 },
        { rule: "a2", period: "2026-11", count: 9 },
      ],
    };
    expect(outcomes(["WELCOME", "MONTHLY"], { standing, localDate: "soon" })).toEqual([
      "limit_reached",
      "accept",
    ]);
    const disqualified = [{ rule: "*", until: "2030-01-01" }];
    expect(outcomes(["MONTHLY"], { standing: { disqualified }, localDate: "" })).toEqual([
      "accept",
    ]);
  });
});

describe("what is told", () => {
  const standing: Partial<Standing> = {
    uses: [{ rule: "a2", period: "2026-11", count: 2 }],
    disqualified: [{ rule: "a1", until: "2026-12-24" }],
  };

  test("a signed-in shopper: count, period and end", () => {
    expect(ask(["MONTHLY", "WELCOME"], { standing })).toEqual([
      {
        code: "MONTHLY",
        rule: "a2",
        outcome: "reject",
        reason: "limit_reached",
        limit: { perCustomer: 2, window: "month" },
        period: "2026-11",
        count: 2,
        until: "2026-11-30",
      },
      {
        code: "WELCOME",
        rule: "a1",
        outcome: "reject",
        reason: "disqualified",
        until: "2026-12-24",
      },
    ]);
  });

  test("someone who only typed the e-mail: nothing about the person", () => {
    expect(ask(["MONTHLY", "WELCOME"], { standing, state: "known" })).toEqual([
      {
        code: "MONTHLY",
        rule: "a2",
        outcome: "reject",
        reason: "limit_reached",
        limit: { perCustomer: 2, window: "month" },
      },
      { code: "WELCOME", rule: "a1", outcome: "reject", reason: "disqualified" },
    ]);
  });

  test("no date to wait for when only another code in the cart is in the way", () => {
    const [, second] = ask(["XM-BCDF", "XM-BCDG"], { standing: {} });
    expect(second).toMatchObject({ reason: "limit_reached", count: 0 });
    expect(second).not.toHaveProperty("until");
  });

  test("codes come back as they were typed", () => {
    expect(ask([" welcome ", "Nöt Ours"]).map(({ code }) => code)).toEqual([
      " welcome ",
      "Nöt Ours",
    ]);
  });
});
