import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { addSums, figuresOf, lessSums, NO_SUMS } from "#app/domain/insight/figures.ts";
import { usedUpOn } from "#app/domain/insight/people.ts";
import {
  daysIn,
  FIRST_DAY,
  listDays,
  MOST_DAYS,
  rangeProblem,
  rangeBefore,
  readLongRange,
  readRange,
} from "#app/domain/insight/range.ts";
import { countedOf, peopleKeyOf, readSlice, sliceText } from "#app/domain/insight/slice.ts";

const ID = "d4121acf-0712-4f46-9193-a836c9f84deb";

describe("a slice in an address", () => {
  it.each([
    [`campaign:${ID}`, "campaign", ID],
    ["code:17", "code", "17"],
    ["dimension:season:SUMMER", "dimension:season", "SUMMER"],
    ["dimension:theme:a:b c", "dimension:theme", "a:b c"],
    ["segment:42", "segment", "42"],
    ["channel_coded:web", "channel_coded", "web"],
    ["shop:coded", "shop", "coded"],
    ["shop:redeemed", "shop", "redeemed"],
    ["shop:uncoded", "shop", "uncoded"],
    ["without:season", "without", "season"],
  ])("%s is read, and written the same", (text, grain, key) => {
    expect(readSlice(text)).toEqual({ grain, key });
    expect(sliceText({ grain, key })).toBe(text);
  });

  it.each([
    ["shop:orders", ""],
    ["shop:coded", "+"],
    ["shop:redeemed", null],
    ["shop:uncoded", null],
    [`campaign:${ID}`, ID],
    ["segment:42", null],
  ])("the people of %s are counted under %j", (text, key) => {
    expect(peopleKeyOf(readSlice(text)!)).toBe(key);
  });

  it.each([
    ["shop:orders", "orders"],
    ["shop:coded", "orders"],
    ["shop:uncoded", "orders"],
    ["channel_coded:web", "orders"],
    ["shop:redeemed", "uses"],
    ["dimension:channel:EMAIL", "uses"],
    ["segment:42", "uses"],
    [`campaign:${ID}`, "uses"],
  ])("of %s %s are counted", (text, counted) => {
    expect(countedOf(text)).toBe(counted);
  });

  it.each(["", "campaign", "campaign:1", "code:x", "shop:all", "dimension::X", "planet:mars"])(
    "%j is none",
    (text) => expect(readSlice(text)).toBeNull(),
  );
});

describe("a range of days", () => {
  const read = (from: string, to: string, days = "") =>
    readRange({ from, to, days }, "2026-06-15", 30);

  it("is two days, or so many that end today, or the usual", () => {
    expect(read("2026-02-01", "2026-02-28")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(read("", "", "7")).toEqual({ from: "2026-06-09", to: "2026-06-15" });
    for (const [from, to, days] of [
      ["2026-02-30", "2026-03-01", ""],
      ["2026-03-02", "2026-03-01", ""],
      ["1990-01-01", "2026-03-01", ""],
      ["", "", "0"],
      ["", "", "-7"],
    ] as const)
      expect(read(from, to, days)).toEqual({ from: "2026-05-17", to: "2026-06-15" });
  });

  it.each([
    ["2026-02-01", "2026-02-28", null],
    ["2024-01-01", "2025-12-31", null],
    ["2024-01-01", "2026-01-01", "too_long"],
    ["2026-03-02", "2026-03-01", "reversed"],
    ["2026-02-30", "2026-03-01", "no_day"],
    ["", "2026-03-01", "no_day"],
  ])("from %j to %j: %j is wrong with it", (from, to, problem) => {
    expect(rangeProblem({ from, to }, MOST_DAYS)).toBe(problem);
    expect(read(from, to)).toEqual(problem ? read("", "") : { from, to });
  });

  it("of a list may be as long as it likes, or all there is", () => {
    const long = (from: string, to: string, days = "") =>
      readLongRange({ from, to, days }, "2026-06-15", 30);
    expect(long("1990-01-01", "2026-03-01")).toEqual({ from: "1990-01-01", to: "2026-03-01" });
    expect(long("", "", "all")).toEqual({ from: FIRST_DAY, to: "2026-06-15" });
    expect(long("2026-03-02", "2026-03-01")).toEqual(read("", ""));
    expect(read("", "", "all")).toEqual(read("", ""));
  });

  it("has as many days before it, just before, whatever the clocks do", () => {
    fc.assert(
      fc.property(fc.nat(700), fc.nat(700), (start, length) => {
        const at = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
        const range = { from: at(20_000 + start), to: at(20_000 + start + length) };
        const before = rangeBefore(range);
        expect(daysIn(before)).toBe(length + 1);
        expect(listDays({ from: before.from, to: range.to })).toEqual([
          ...listDays(before),
          ...listDays(range),
        ]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("figures", () => {
  const sums = {
    ...{ redemptions: 5, reversals: 1, pricedUses: 4 },
    ...{ revenueMinor: 10_001, discountMinor: 900, refundMinor: 1_000 },
  };

  it("follow from the sums", () => {
    expect(figuresOf(sums)).toMatchObject({ uses: 4, netMinor: 9_001, averageMinor: 2_250 });
    expect(figuresOf(NO_SUMS).averageMinor).toBeNull();
  });

  it("what is added can be taken away", () => {
    expect(lessSums(addSums(sums, sums), sums)).toEqual(sums);
    expect(lessSums(sums, sums)).toEqual({ ...NO_SUMS });
  });
});

describe("when a cap is used up", () => {
  const range = { from: "2026-06-01", to: "2026-06-10" };
  it.each([
    [100, 50, 10, { day: "2026-07-30", inDays: 50 }],
    [100, 99, 30, { day: "2026-06-11", inDays: 1 }],
    [100, 100, 10, null],
    [100, 50, 0, null],
    [100_000, 1, 1, null],
  ])("cap %d, used %d, %d of it in ten days", (cap, used, inRange, expected) => {
    expect(usedUpOn(cap, used, inRange, range)).toEqual(expected);
  });
});
