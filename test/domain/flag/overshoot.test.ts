import fc from "fast-check";
import { expect, test } from "vitest";

import { describeOvershoot } from "#app/domain/flag/describe-overshoot.ts";
import { findOvershoots, type CountedUse } from "#app/domain/flag/overshoot.ts";
import { LIMIT_WINDOWS } from "#app/domain/policy/limit.ts";

const use = (orderId: string, day: string, codeKey = "TEN"): CountedUse => ({
  orderId,
  orderName: `#${orderId}`,
  code: codeKey,
  codeKey,
  placedAt: `${day}T12:00:00.000Z`,
  day,
});

const found = (limit: Parameters<typeof findOvershoots>[0], uses: CountedUse[]) =>
  findOvershoots(limit, uses).map(({ orderId, evidence }) => [
    orderId,
    evidence.period,
    evidence.orders.map((o) => o.orderId),
  ]);

test.each([
  [
    "lifetime",
    1,
    [
      ["2", "L", ["1", "2"]],
      ["3", "L", ["1", "2", "3"]],
      ["4", "L", ["1", "2", "3", "4"]],
    ],
  ],
  ["lifetime", 3, [["4", "L", ["1", "2", "3", "4"]]]],
  ["lifetime", 4, []],
  ["day", 1, [["2", "2026-03-30", ["1", "2"]]]],
  [
    "week",
    1,
    [
      ["2", "2026-W14", ["1", "2"]],
      ["3", "2026-W14", ["1", "2", "3"]],
    ],
  ],
  ["month", 2, []],
  [
    "month",
    1,
    [
      ["2", "2026-03", ["1", "2"]],
      ["4", "2026-04", ["3", "4"]],
    ],
  ],
  ["quarter", 2, []],
] as const)("a limit a %s of %d", (window, perCustomer, expected) => {
  const uses = [
    use("1", "2026-03-30"),
    use("2", "2026-03-30"),
    use("3", "2026-04-01"),
    use("4", "2026-04-06"),
  ];
  expect(found({ perCustomer, window }, uses)).toEqual(expected);
});

test("the later order is the one beyond the limit, whichever we heard of first", () => {
  const uses = [use("9", "2026-03-01"), use("10", "2026-03-02"), use("8", "2026-03-03")];
  fc.assert(
    fc.property(fc.shuffledSubarray(uses, { minLength: 3 }), (heard) => {
      expect(
        findOvershoots({ perCustomer: 1, window: "lifetime" }, heard).map(({ orderId }) => orderId),
      ).toEqual(["10", "8"]);
    }),
  );
});

test("of two orders of one instant the smaller number came first", () => {
  const uses = [use("10", "2026-03-01"), use("9", "2026-03-01")];
  expect(found({ perCustomer: 1, window: "lifetime" }, uses)).toEqual([["10", "L", ["9", "10"]]]);
});

const anyUses = fc.uniqueArray(
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 200 }))
    .map(([id, days]) =>
      use(String(id), new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)),
    ),
  { selector: ({ orderId }) => orderId, maxLength: 30 },
);
const anyLimit = fc.record({
  perCustomer: fc.integer({ min: 1, max: 4 }),
  window: fc.constantFrom(...LIMIT_WINDOWS),
});

test("without the orders found there is nothing to find, and with a higher limit there is no more", () => {
  fc.assert(
    fc.property(anyUses, anyLimit, (uses, limit) => {
      const beyond = new Set(findOvershoots(limit, uses).map(({ orderId }) => orderId));
      expect(
        findOvershoots(
          limit,
          uses.filter(({ orderId }) => !beyond.has(orderId)),
        ),
      ).toEqual([]);
      const looser = findOvershoots({ ...limit, perCustomer: limit.perCustomer + 1 }, uses);
      expect(looser.every(({ orderId }) => beyond.has(orderId))).toBe(true);
    }),
  );
});

test("evidence shows the latest orders of a long list, the flagged one last", () => {
  const uses = Array.from({ length: 60 }, (_, i) => use(String(i + 1), "2026-03-01"));
  const last = findOvershoots({ perCustomer: 1, window: "lifetime" }, uses).at(-1);
  expect(last?.evidence.orders).toHaveLength(20);
  expect(last?.evidence.orders.at(-1)?.orderId).toBe("60");
});

test.each([
  [1, "lifetime", 2, "SUMMER26", "Used SUMMER26 twice; the limit is once in total."],
  [2, "week", 3, "SUMMER26", "Used SUMMER26 3 times; the limit is twice a week."],
  [1, "day", 2, null, "Used the code twice; the limit is once a day."],
] as const)(
  "a limit of %d a %s and %d orders in words",
  (limit, window, count, campaign, sentence) => {
    const orders = Array.from({ length: count }, (_, i) => ({
      orderId: `${i}`,
      name: "",
      placedAt: "",
      code: "",
    }));
    expect(describeOvershoot({ limit, window, period: "", orders }, campaign)).toBe(sentence);
  },
);
