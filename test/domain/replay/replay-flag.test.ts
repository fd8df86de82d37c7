import { expect, test } from "vitest";

import { replayFlags, type RaisedFlag } from "#app/domain/replay/replay-flag.ts";

const evidence = {
  limit: 1,
  window: "lifetime",
  counter: "campaign",
  period: "L",
  orders: ["7", "9"].map((orderId) => ({ orderId, name: "#", placedAt: "", code: "A" })),
};
const flag = (change: Partial<RaisedFlag> = {}): RaisedFlag => ({
  ...{ orderId: "9", campaign: "A", kind: "overshoot", evidence, score: null, signals: [] },
  ...change,
});

test("a use beyond a limit is told with the limit and the orders that count", () => {
  const signal = { signal: "limit", limit: 1, window: "lifetime", period: "L", orders: [7, 9] };
  const [found] = replayFlags([flag()]);
  expect(found).toMatchObject({ orderId: 9, campaign: "A", kind: "over_limit", signals: [signal] });
  expect(found?.score).toBeGreaterThan(0.5);
  expect(found?.score).toBeLessThanOrEqual(1);
});

test("a use by someone it was not issued to is told so, without a limit of 0", () => {
  const [found] = replayFlags([flag({ evidence: { ...evidence, limit: 0 } })]);
  expect(found?.signals).toEqual([{ signal: "not_issued" }]);
});

test("two codes of one campaign on an order are one flag; of two campaigns they are two", () => {
  expect(replayFlags([flag(), flag()])).toHaveLength(1);
  expect(replayFlags([flag(), flag({ campaign: "B" })])).toHaveLength(2);
});

test("what signals found has their score, and each of them with the orders it points at", () => {
  const pointing = { orders: [{ orderId: "7", shares: [] }], numbers: {} };
  const velocity = { name: "velocity", score: 0.9, bits: 3, evidence: pointing } as const;
  const raised = flag({ kind: "velocity", evidence: pointing, score: 0.91, signals: [velocity] });
  expect(replayFlags([raised])).toEqual([
    {
      ...{ orderId: 9, campaign: "A", kind: "velocity", score: 0.91 },
      signals: [{ signal: "velocity", score: 0.9, orders: [7] }],
    },
  ]);
});

test("an id that no number holds exactly stays text", () => {
  const orderId = "9007199254740993";
  expect(replayFlags([flag({ orderId })])[0]?.orderId).toBe(orderId);
});
