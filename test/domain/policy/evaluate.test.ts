import { describe, expect, test } from "vitest";
import { judge } from "#app/domain/policy/evaluate.ts";
import type { GuardLimit } from "#app/domain/policy/limit.ts";
import { EVERYONE, tagMembership, type GuardRule } from "#app/domain/policy/rule.ts";
import type { Standing } from "#app/domain/policy/standing.ts";
import { askGuard, guestWith, outcomesOf, ruleFor, throughWire, used, type Asked } from "./ask.ts";

const TODAY = "2026-11-23"; // a Monday

const per = (
  perCustomer: number,
  window: GuardLimit["window"],
  counter: GuardLimit["counter"] = "campaign",
): GuardLimit => ({ perCustomer, window, counter });

const FRIDAY = { kind: "period", first: "2026-11-20", last: "2026-11-30" } as const;
const rolling = (days: number) => ({ kind: "rolling", days }) as const;

const RULES: GuardRule[] = [
  ruleFor("WELCOME", "a1", { limits: [per(1, "lifetime")] }),
  ruleFor("MONTHLY", "a2", { limits: [per(2, "month")] }),
  ruleFor("VIP", "a3", { eligibility: { ...EVERYONE, any: ["501", "502"] } }),
  ruleFor("", "a4", {
    match: { kind: "unique", prefix: "XM-", length: 4, alphabet: "safe" },
    limits: [per(1, "lifetime")],
  }),
  ruleFor("MEMBERS", "a5", { limits: [per(1, "lifetime")], guest: "sign_in" }),
  ruleFor("OPEN", "a6", { limits: [per(1, "lifetime")], guest: "allow" }),
  ruleFor("FRIDAY", "b1", { limits: [per(1, FRIDAY)] }),
  ruleFor("THIRTY", "b2", { limits: [per(2, rolling(30))] }),
  ruleFor("EACH1", "b3", { limits: [per(1, "lifetime", "code"), per(3, "lifetime")] }),
  ruleFor("EACH2", "b3", { limits: [per(1, "lifetime", "code"), per(3, "lifetime")] }),
  ruleFor("HELLO", "c1", { groups: ["+7"], limits: [per(1, "lifetime", "+7")] }),
  ruleFor("HI", "c2", { groups: ["+7", "+9"], limits: [per(1, "lifetime", "+7"), per(2, "day")] }),
];

const ask = (...asked: [Parameters<typeof askGuard>[1], Asked?]) => askGuard(RULES, ...asked);
const outcomes = (...asked: [Parameters<typeof askGuard>[1], Asked?]): string[] =>
  outcomesOf(ask(...asked));
const uses = (...list: Standing["uses"]): Partial<Standing> => ({ uses: list });

describe("limits of a signed-in customer", () => {
  test.each([
    ["never used", "WELCOME", {}, "accept"],
    ["used once", "WELCOME", uses(used("a1", 1)), "limit_reached"],
    ["stray spaces and case", "  weLCome ", uses(used("a1", 1)), "limit_reached"],
    ["another campaign's uses", "WELCOME", uses(used("a2", 9)), "accept"],
    ["below the monthly limit", "MONTHLY", uses(used("a2", ["2026-11-01"])), "accept"],
    [
      "at the monthly limit",
      "MONTHLY",
      uses(used("a2", ["2026-11-01", "2026-11-23"])),
      "limit_reached",
    ],
    ["last month's uses", "MONTHLY", uses(used("a2", ["2026-10-31", "2026-11-01"])), "accept"],
    ["a code that is not ours", "OTHERAPP", uses(used("a1", 1)), "accept"],
    ["another code of a batch", "XM-BCDF", uses(used("a4", 1)), "limit_reached"],
    ["in the promotion", "FRIDAY", uses(used("b1", ["2026-11-20"])), "limit_reached"],
    ["before the promotion", "FRIDAY", uses(used("b1", ["2026-11-19"])), "accept"],
    [
      "twice in thirty days",
      "THIRTY",
      uses(used("b2", ["2026-10-25", "2026-11-01"])),
      "limit_reached",
    ],
    [
      "once in them, once the day before them",
      "THIRTY",
      uses(used("b2", ["2026-10-24", "2026-11-01"])),
      "accept",
    ],
    ["that very code", "EACH1", uses(used("b3=EACH1", 1), used("b3", 1)), "limit_reached"],
    ["another of its codes", "EACH2", uses(used("b3=EACH1", 1), used("b3", 1)), "accept"],
    ["all its codes together", "EACH2", uses(used("b3", 3)), "limit_reached"],
    ["another campaign of the group", "HELLO", uses(used("+7", 1)), "limit_reached"],
    ["a group that is not counted", "HELLO", uses(used("+9", 5)), "accept"],
    [
      "the second of two limits",
      "HI",
      uses(used("c2", ["2026-11-23", "2026-11-23"])),
      "limit_reached",
    ],
  ])("%s", (_, code, standing, outcome) => {
    expect(outcomes([code], { standing })).toEqual([outcome]);
  });

  test("outside its promotion a limit holds nothing", () => {
    const standing = uses(used("b1", ["2026-11-30"]));
    expect(outcomes(["FRIDAY"], { standing, localDate: "2026-11-30" })).toEqual(["limit_reached"]);
    expect(outcomes(["FRIDAY"], { standing, localDate: "2026-12-01" })).toEqual(["accept"]);
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
    ["two campaigns of one group do", ["HELLO", "HI"], ["accept", "limit_reached"]],
    ["two codes with a limit each", ["EACH1", "EACH2"], ["accept", "accept"]],
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
    expect(outcomes(codes)).toEqual(expected);
    expect(outcomes(codes, { state: "anonymous" })).toEqual(expected);
  });

  test("a refused code is no use: the next one is judged as if it were not there", () => {
    const standing = { disqualified: [{ scope: "a1", until: null }] };
    expect(outcomes(["WELCOME", "XM-BCDF"], { standing })).toEqual(["disqualified", "accept"]);
  });

  test("earlier uses and the cart add up", () => {
    const twice = [ruleFor("", "a4", { match: RULES[3]!.match, limits: [per(2, "month")] })];
    const standing = uses(used("a4", ["2026-11-02"]));
    expect(outcomes(["XM-BCDF", "XM-BCDG"], { rules: twice, standing })).toEqual([
      "accept",
      "limit_reached",
    ]);
  });
});

describe("who may use a code at all", () => {
  const asked: Record<string, Partial<GuardRule["eligibility"]>> = {
    any: { any: ["501", "502"] },
    all: { all: ["501", tagMembership(" Gold, old ")] },
    none: { none: ["503"] },
    new: { customers: "new" },
    returning: { customers: "returning" },
    signed: { signedIn: true },
  };
  const rules = Object.entries(asked).map(([name, who], i) =>
    ruleFor(name.toUpperCase(), `e${i}`, { eligibility: { ...EVERYONE, ...who } }),
  );
  test.each([
    ["in one of them", "ANY", "signed_in", { memberships: ["9", "502"] }, 0, "accept"],
    ["in none", "ANY", "signed_in", { memberships: ["9"] }, 0, "not_eligible"],
    ["known, in one", "ANY", "known", { memberships: ["501"] }, 0, "accept"],
    ["known, in none", "ANY", "known", {}, 0, "not_eligible"],
    ["standing missing: Shopify's own setting decides", "ANY", "signed_in", null, 0, "accept"],
    ["guest", "ANY", "guest", null, null, "sign_in_needed"],
    ["nobody yet", "ANY", "anonymous", null, null, "sign_in_needed"],
    ["in all", "ALL", "signed_in", { memberships: ["501", "#gold, old"] }, 0, "accept"],
    ["without the tag", "ALL", "signed_in", { memberships: ["501"] }, 0, "not_eligible"],
    ["guest, all", "ALL", "guest", null, null, "sign_in_needed"],
    ["in what is left out", "NONE", "signed_in", { memberships: ["503"] }, 0, "not_eligible"],
    ["not in it", "NONE", "signed_in", { memberships: ["501"] }, 0, "accept"],
    ["a guest is in no segment", "NONE", "guest", null, null, "accept"],
    ["no order yet", "NEW", "signed_in", {}, 0, "accept"],
    ["an order", "NEW", "signed_in", {}, 1, "new_only"],
    ["an order Shopify knows as a guest's", "NEW", "known", { isReturning: true }, 0, "new_only"],
    ["not known", "NEW", "signed_in", null, null, "accept"],
    ["a guest is new until an order says otherwise", "NEW", "guest", null, null, "accept"],
    ["ordered before", "RETURNING", "signed_in", {}, 3, "accept"],
    ["ordered as a guest", "RETURNING", "signed_in", { isReturning: true }, 0, "accept"],
    ["never ordered", "RETURNING", "known", {}, 0, "returning_only"],
    ["orders not known", "RETURNING", "signed_in", {}, null, "accept"],
    ["a guest cannot have", "RETURNING", "guest", null, null, "sign_in_needed"],
    ["signed in", "SIGNED", "signed_in", {}, 0, "accept"],
    ["only known", "SIGNED", "known", {}, 0, "sign_in_needed"],
    ["nobody", "SIGNED", "anonymous", null, null, "sign_in_needed"],
  ] as const)("%s (%s)", (_, code, state, standing, orders, outcome) => {
    expect(outcomes([code], { rules, state, standing, orders })).toEqual([outcome]);
  });
});

describe("disqualified and allowed", () => {
  test.each([
    ["from this campaign", [{ scope: "c2", until: null }], [], "disqualified"],
    ["from a group of it", [{ scope: "+9", until: null }], [], "disqualified"],
    ["from another", [{ scope: "a2", until: null }], [], "accept"],
    ["from everything", [{ scope: "*", until: null }], [], "disqualified"],
    ["until today", [{ scope: "c2", until: TODAY }], [], "disqualified"],
    ["until yesterday", [{ scope: "c2", until: "2026-11-22" }], [], "accept"],
    [
      "the longest holds",
      [
        { scope: "c2", until: "2026-11-22" },
        { scope: "*", until: "2027-01-01" },
      ],
      [],
      "disqualified",
    ],
    ["allowed everything", [{ scope: "c2", until: null }], [{ scope: "*", until: null }], "accept"],
    ["allowed the group", [{ scope: "*", until: null }], [{ scope: "+7", until: TODAY }], "accept"],
    [
      "allowed until yesterday",
      [{ scope: "*", until: null }],
      [{ scope: "c2", until: "2026-11-22" }],
      "disqualified",
    ],
    [
      "allowed another",
      [{ scope: "*", until: null }],
      [{ scope: "c1", until: null }],
      "disqualified",
    ],
  ])("%s", (_, disqualified, allowed, outcome) => {
    expect(outcomes(["HI"], { standing: { disqualified, allowed } })).toEqual([outcome]);
  });

  const askedFor = [{ scope: "c2", until: TODAY }];
  test.each([
    ["known by e-mail alone", "known", { signIn: askedFor }, "sign_in_needed"],
    ["signed in", "signed_in", { signIn: askedFor }, "accept"],
    ["until yesterday", "known", { signIn: [{ scope: "c2", until: "2026-11-22" }] }, "accept"],
    ["for another campaign", "known", { signIn: [{ scope: "c1", until: null }] }, "accept"],
    ["for its group", "known", { signIn: [{ scope: "+9", until: null }] }, "sign_in_needed"],
    ["for everything", "known", { signIn: [{ scope: "*", until: null }] }, "sign_in_needed"],
    [
      "and disqualified besides",
      "known",
      { signIn: askedFor, disqualified: [{ scope: "c2", until: TODAY }] },
      "disqualified",
    ],
    [
      "and disqualified until yesterday",
      "known",
      { signIn: askedFor, disqualified: [{ scope: "c2", until: "2026-11-22" }] },
      "sign_in_needed",
    ],
    [
      "and allowed",
      "known",
      { signIn: askedFor, allowed: [{ scope: "*", until: null }] },
      "accept",
    ],
    ["over the limit, too", "known", { signIn: askedFor, uses: [used("+7", 1)] }, "sign_in_needed"],
    [
      "signed in, over the limit",
      "signed_in",
      { signIn: askedFor, uses: [used("+7", 1)] },
      "limit_reached",
    ],
  ] as const)("asked to sign in: %s", (_, state, standing, outcome) => {
    expect(outcomes(["HI"], { state, standing })).toEqual([outcome]);
  });

  test("a standing written before anybody could be asked to sign in asks nobody", () => {
    const [verdict] = judge({
      ...{ rules: throughWire(RULES), standing: "3^d^dc2,000000261122^uzz,,1^^", guests: null },
      ...{ state: "known", orders: 0, codes: [{ code: "HI", rejectable: true }], today: "261123" },
    });
    expect(verdict?.outcome).toBe("accept");
  });

  test("whoever is allowed is refused nothing, and still counts in the cart", () => {
    const standing = {
      allowed: [{ scope: "c1", until: null }],
      uses: [used("+7", 5)],
    };
    expect(outcomes(["HELLO", "HI", "VIP"], { standing })).toEqual([
      "accept",
      "limit_reached",
      "not_eligible",
    ]);
  });

  test("disqualified comes before segment, sign-in and limit", () => {
    const standing = { disqualified: [{ scope: "*", until: null }], uses: [used("a1", 1)] };
    expect(outcomes(["VIP", "WELCOME", "NOTOURS"], { standing })).toEqual([
      "disqualified",
      "disqualified",
      "accept",
    ]);
    const { guests } = guestWith([{ counter: "*", period: "x" }], TODAY);
    expect(outcomes(["VIP", "MEMBERS", "OPEN"], { state: "guest", guests })).toEqual([
      "disqualified",
      "disqualified",
      "disqualified",
    ]);
  });
});

describe("guests", () => {
  const { guests } = guestWith(
    [
      { counter: "a1", period: "l000000" },
      { counter: "a2", period: "m261001" },
      { counter: "a6", period: "l000000" },
      { counter: "b1", period: "p261120" },
      { counter: "+7", period: "l000000" },
    ],
    TODAY,
  );
  test.each([
    ["known to have reached the limit", "WELCOME", "limit_reached"],
    ["in an earlier month", "MONTHLY", "accept"],
    ["in the promotion", "FRIDAY", "limit_reached"],
    ["by another campaign of the group", "HELLO", "limit_reached"],
    ["of a campaign that asks to sign in", "MEMBERS", "sign_in_needed"],
    ["of a campaign that lets guests through", "OPEN", "accept"],
  ])("%s", (_, code, outcome) => {
    expect(outcomes([code], { state: "guest", standing: null, guests })).toEqual([outcome]);
  });

  test.each([
    ["r30", TODAY, "limit_reached"],
    ["r30", "2026-11-22", "limit_reached"],
    ["r30", "2026-11-21", "accept"],
    ["r30", "2026-11-24", "accept"],
    ["r31", TODAY, "accept"],
  ])("a rolling limit's mark %s, made on %s: %s", (period, asOf, outcome) => {
    const marked = guestWith([{ counter: "b2", period }], asOf);
    const asked = { state: "guest" as const, standing: null, guests: marked.guests };
    expect(outcomes(["THIRTY"], asked)).toEqual([outcome]);
  });

  test("more than there is room to look for is not held, and refuses nobody", () => {
    const rules = Array.from({ length: 14 }, (_, i) =>
      ruleFor(`MANY${i}`, `m${i}`, { limits: [per(1, "lifetime")] }),
    );
    const marked = guestWith(
      [
        ...rules.map(({ id }) => ({ counter: id, period: "l000000" })),
        { counter: "zz", period: "x" },
      ],
      TODAY,
    );
    const codes = rules.map(({ match }) => (match.kind === "code" ? match.key : ""));
    const verdicts = outcomes(codes, {
      rules,
      state: "guest",
      standing: null,
      guests: marked.guests,
    });
    // "*" once, then each campaign and its limit.
    expect(verdicts.slice(0, 5)).toEqual(Array<string>(5).fill("limit_reached"));
    expect(verdicts.slice(5)).toEqual(Array<string>(9).fill("accept"));
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

test("more memberships than there is room to look for are not known, and refuse nobody", () => {
  const rules = [8, 12, 1].map((count, i) => {
    const any = Array.from({ length: count }, (_, n) => `#tag${i}-${n}`);
    return ruleFor(`MANY${i}`, `m${i}`, { eligibility: { ...EVERYONE, any } });
  });
  const codes = ["MANY0", "MANY1", "MANY2"];
  expect(outcomes(codes, { rules })).toEqual(["not_eligible", "not_eligible", "accept"]);
  expect(outcomes(["MANY2"], { rules })).toEqual(["not_eligible"]);
});

describe("what cannot be known refuses nobody", () => {
  test.each([
    ["no rules", { rules: null, standing: uses(used("a1", 9)) }],
    ["no standing", { standing: null }],
    ["no guests", { state: "guest", guests: null }],
  ] as const)("%s", (_, asked) => {
    expect(outcomes(["WELCOME", "MONTHLY"], asked)).toEqual(["accept", "accept"]);
  });

  test("no date: a lifetime still counts, a month cannot", () => {
    const standing = uses(used("a1", 1), used("a2", ["2026-11-01", "2026-11-02"]));
    for (const localDate of ["soon", "", "2026", "1926-11-23", "11/23/2026"]) {
      expect(outcomes(["WELCOME", "MONTHLY"], { standing, localDate })).toEqual([
        "limit_reached",
        "accept",
      ]);
      const disqualified = [{ scope: "*", until: "2030-01-01" }];
      expect(outcomes(["MONTHLY"], { standing: { disqualified }, localDate })).toEqual(["accept"]);
    }
  });
});

describe("what is told", () => {
  const standing: Partial<Standing> = {
    uses: [
      used("a2", ["2026-11-02", "2026-11-05", "2026-11-09"]),
      used("b2", ["2026-11-02", "2026-11-05", "2026-11-09"]),
      used("c2", ["2026-11-23", "2026-11-23"]),
      used("b1", ["2026-11-21"]),
    ],
    disqualified: [{ scope: "a1", until: "2026-12-24" }],
  };
  const reject = (code: string, rule: string, told: object) => ({
    code,
    rule,
    outcome: "reject",
    hasTexts: false,
    ...told,
  });

  test("a signed-in shopper: count and end", () => {
    expect(ask(["MONTHLY", "WELCOME", "THIRTY", "FRIDAY", "HI"], { standing })).toEqual([
      reject("MONTHLY", "a2", {
        reason: "limit_reached",
        limit: per(2, "month"),
        count: 3,
        until: "2026-11-30",
      }),
      reject("WELCOME", "a1", { reason: "disqualified", until: "2026-12-24" }),
      // The second newest was on the 5th: 30 days with it end on the 4th.
      reject("THIRTY", "b2", {
        reason: "limit_reached",
        limit: per(2, rolling(30)),
        count: 3,
        until: "2026-12-04",
      }),
      reject("FRIDAY", "b1", {
        reason: "limit_reached",
        limit: per(1, FRIDAY),
        count: 1,
        until: "2026-11-30",
      }),
      reject("HI", "c2", {
        reason: "limit_reached",
        limit: per(2, "day"),
        count: 2,
        until: "2026-11-23",
      }),
    ]);
  });

  test("of two limits reached, the one that holds longer", () => {
    const both = { uses: [used("c2", [TODAY, TODAY]), used("+7", 1)] };
    expect(ask(["HI"], { standing: both })).toEqual([
      reject("HI", "c2", {
        reason: "limit_reached",
        limit: per(1, "lifetime", "+7"),
        count: 1,
      }),
    ]);
  });

  test("someone who only typed the e-mail: nothing about the person", () => {
    expect(ask(["MONTHLY", "WELCOME"], { standing, state: "known" })).toEqual([
      reject("MONTHLY", "a2", { reason: "limit_reached", limit: per(2, "month") }),
      reject("WELCOME", "a1", { reason: "disqualified" }),
    ]);
  });

  test("no date to wait for when only another code in the cart is in the way", () => {
    const [, second] = ask(["XM-BCDF", "XM-BCDG"]);
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
