import fc from "fast-check";
import { expect, test } from "vitest";

import { averageOrderMinor, rateOf } from "#app/domain/measure/rate.ts";
import { repeatWithin, type Cohort } from "#app/domain/measure/repeat.ts";

const cohort = (ageDays: number, gapDays: number | null, customers = 1): Cohort => ({
  ...{ ageDays, gapDays, customers },
});

test.each<[string, Cohort[], { eligible: number; repeated: number; rate: number | null }]>([
  ["nobody", [], { eligible: 0, repeated: 0, rate: null }],
  ["too new to tell", [cohort(29, 1)], { eligible: 0, repeated: 0, rate: null }],
  ["just old enough", [cohort(30, null)], { eligible: 1, repeated: 0, rate: 0 }],
  ["back on the last day", [cohort(30, 30)], { eligible: 1, repeated: 1, rate: 1 }],
  ["back a day late", [cohort(100, 31)], { eligible: 1, repeated: 0, rate: 0 }],
  ["twice at one moment", [cohort(40, 0)], { eligible: 1, repeated: 1, rate: 1 }],
  [
    "many alike",
    [cohort(40, 3, 5), cohort(50, null, 14), cohort(10, 2, 100), cohort(90, 60, 1)],
    { eligible: 20, repeated: 5, rate: 0.25 },
  ],
])("repeat within 30 days: %s", (_, cohorts, expected) => {
  expect(repeatWithin(30, cohorts)).toEqual(expected);
});

const cohorts = fc.array(
  fc.record({
    ageDays: fc.nat(200),
    gapDays: fc.option(fc.nat(200)),
    customers: fc.integer({ min: 1, max: 50 }),
  }),
);

test("it is what counting the customers one by one gives", () => {
  fc.assert(
    fc.property(cohorts, fc.integer({ min: 1, max: 120 }), (given, days) => {
      const customers = given.flatMap((each) => Array.from({ length: each.customers }, () => each));
      const eligible = customers.filter(({ ageDays }) => ageDays >= days);
      const repeated = eligible.filter(({ gapDays }) => gapDays !== null && gapDays <= days);
      const repeat = repeatWithin(days, given);
      expect(repeat.eligible).toBe(eligible.length);
      expect(repeat.repeated).toBe(repeated.length);
      if (eligible.length > 0) expect(repeat.rate).toBe(repeated.length / eligible.length);
    }),
  );
});

test("a share of nothing is none", () => {
  expect(rateOf(0, 0)).toBeNull();
  expect(rateOf(3, 12)).toBe(0.25);
});

test.each([
  [1_000, 3, 333],
  [1_001, 2, 501],
  [0, 5, 0],
])("%i cents over %i orders are %i each", (revenue, orders, average) => {
  expect(averageOrderMinor(revenue, orders)).toBe(average);
});

test("without orders there is no average", () => {
  expect(averageOrderMinor(0, 0)).toBeNull();
});
