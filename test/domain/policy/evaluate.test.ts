import { describe, expect, test } from "vitest";
import { ruleFor, used } from "./ask.ts";
import { outcomes, per, RULES, uses } from "./evaluate-rules.ts";

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
