import { describe, expect, test } from "vitest";
import type { Standing } from "#app/domain/policy/standing.ts";
import { used } from "./ask.ts";
import { ask, FRIDAY, per, rolling, TODAY } from "./evaluate-rules.ts";

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
