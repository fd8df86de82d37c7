import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { BECOMES, TRIED_SIDES } from "#app/domain/replay/history.ts";
import {
  addChanged,
  becomes,
  emptyTried,
  isChanged,
  newlyRefused,
  triedResult,
  type Over,
  type PricedUse,
} from "#app/domain/replay/tally-history.ts";

const overOf = (now: boolean, first: boolean, second: boolean | null = null): Over => ({
  ...{ now, first, second },
});
const use = (orderId: string, over: Over, change: Partial<PricedUse> = {}): PricedUse => ({
  ...{ orderId, codeKey: "X", personId: "1", campaignId: "c", placedAt: "" },
  ...{ day: "", discountMinor: 500, totalMinor: 3_000, over, flagged: over, ...change },
});

test.each([
  [false, false, null],
  [false, true, "refused"],
  [true, false, "allowed"],
  [true, true, null],
] as const)("over now: %s, over then: %s, becomes %s", (now, then, what) => {
  expect(becomes(overOf(now, then), "first")).toBe(what);
  expect(becomes(overOf(now, now, then), "second")).toBe(what);
  expect(becomes(overOf(now, then), "second")).toBeNull();
  expect(isChanged({ over: overOf(now, now, then) })).toBe(what !== null);
});

describe("an order", () => {
  test("counts once with what it came to, however many of its codes change", () => {
    const tally = emptyTried();
    const [one, other] = [overOf(false, true), overOf(true, false)];
    addChanged(tally, [use("1", one), use("1", one, { codeKey: "Y" }), use("1", other)], "first");
    expect(triedResult(tally, { cases: 0, busiest: null })).toMatchObject({
      refused: { orders: 1, discountMinor: 1_000, revenueMinor: 3_000 },
      allowed: { orders: 1, discountMinor: 500, revenueMinor: 3_000 },
    });
  });
});

describe("who is newly refused", () => {
  const refused = overOf(false, true);
  test.each<[string, PricedUse[], string[]]>([
    ["nobody, of nothing", [], []],
    ["once, however often", [use("1", refused), use("2", refused)], ["1"]],
    [
      "not who is over the campaign's own limit",
      [use("1", refused), use("2", overOf(true, true))],
      [],
    ],
    [
      "who is over another campaign's limit",
      [use("1", refused), use("2", overOf(true, true), { campaignId: "d" })],
      ["1"],
    ],
    [
      "each person by themselves",
      [use("1", refused), use("2", overOf(true, true), { personId: "2" })],
      ["1"],
    ],
    ["not who is let through", [use("1", overOf(true, false))], []],
  ])("%s", (_, uses, people) => {
    expect([...newlyRefused(uses, "first", "c")]).toEqual(people);
  });
});

test("with limits as they are nothing changes, and each use that changes becomes one thing a way", () => {
  const over = fc.record({
    now: fc.boolean(),
    first: fc.boolean(),
    second: fc.option(fc.boolean(), { nil: null }),
  });
  fc.assert(
    fc.property(fc.array(over, { maxLength: 20 }), (overs) => {
      const uses = overs.map((each, at) => use(String(at), each));
      for (const side of TRIED_SIDES) {
        const tally = emptyTried();
        addChanged(tally, uses, side);
        const orders = BECOMES.map((kind) => tally[kind].orders);
        const differ = uses.filter((each) => (each.over[side] ?? each.over.now) !== each.over.now);
        expect(orders[0]! + orders[1]!).toBe(differ.length);
        expect(newlyRefused(uses, side, "c").size).toBeLessThanOrEqual(1);
      }
      expect(uses.filter(isChanged).length).toBe(
        uses.filter(({ over: { now, first, second } }) => first !== now || (second ?? now) !== now)
          .length,
      );
    }),
  );
});
