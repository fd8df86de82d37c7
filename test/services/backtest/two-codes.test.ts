import { beforeEach, describe, expect, test } from "vitest";

import type { Outcome } from "#app/domain/backtest/backtest.ts";
import type { FairUsePolicy } from "#app/domain/fair-use/policy.ts";
import { USUAL_POLICY } from "#app/domain/fair-use/presets.ts";
import { judgePast } from "#app/services/backtest/judge-past.server.ts";
import { bookAllAgain } from "#app/services/redemption/book-again.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import type { TestShop } from "#test/support/test-shop.ts";
import { foundOn, openTwo, order, SUMMER, WINTER } from "../calibration/two-codes.ts";

/* Each code takes 5 euros off. Bits: 5 are 97 %, 2 are 80 %, 0 are 50 %. */
const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;
let summer: string;
let winter: string;

beforeEach(async () => {
  ({ at, summer, winter } = await openTwo(deps, `backtest-two-${(shops += 1)}`));
});

const ban = (minScore: number): FairUsePolicy => ({
  rules: [
    {
      when: { kinds: [], minScore, minOrders: 1, earlierAbuse: 0 },
      ...{ then: "disqualify", scope: "campaign", until: { kind: "none" } },
    },
  ],
  ...{ mostAutomatic: "disqualify", memoryDays: 365 },
});

/** What would become of the orders that do not simply go through, by id, and how many cases there would be. */
async function judged(policy: FairUsePolicy, flagFrom = 0.8) {
  const way = { name: "", policy, flagFrom };
  const found: Record<string, [Outcome, number | null]> = {};
  const result = await judgePast(
    deps,
    at.shop,
    { first: way, second: way },
    {
      onProgress: () => Promise.resolve(true),
      onOrders: (orders) => {
        for (const { orderId, first, score } of orders)
          found[orderId] = [first, score && Math.round(score * 100) / 100];
        return Promise.resolve();
      },
    },
  );
  return { found, result: result!.first };
}

describe("an order with a limited code of each of two campaigns", () => {
  test("is refused later the code whose use was flagged, and not the other", async () => {
    await order(deps, at, { id: 1, who: 7, codes: [SUMMER, WINTER] });
    await foundOn(deps, at, 1, [
      { campaignId: summer, found: [["over_limit", 0]] },
      { campaignId: winter, found: [["over_limit", 5]] },
    ]);
    // The exact rule flags both of these, as a second use each.
    await order(deps, at, { id: 2, who: 7, codes: [SUMMER] });
    await order(deps, at, { id: 3, who: 7, codes: [WINTER] });
    const { found, result } = await judged(ban(0));
    expect(found).toEqual({
      1: ["disqualifies", 0.97],
      2: ["disqualifies", null],
      3: ["refused", null],
    });
    expect(result.savedMinor).toBe(500);
  });

  test("is under a threshold that only the other use's score would reach, when that is no flag", async () => {
    await order(deps, at, { id: 1, who: 7, codes: [SUMMER, WINTER] });
    // Many orders in a short time are said of the whole order, with its first use.
    await foundOn(deps, at, 1, [
      { campaignId: summer, found: [["over_limit", 0]] },
      { campaignId: winter, found: [["velocity", 5]] },
    ]);
    expect((await judged(USUAL_POLICY)).found).toEqual({});
    expect((await judged(USUAL_POLICY, 0.5)).found).toEqual({ 1: ["held", 0.5] });
  });

  test("does not reach a rule's score by a use that the exact rule did not flag", async () => {
    await order(deps, at, { id: 1, who: 7, codes: [SUMMER] });
    await order(deps, at, { id: 2, who: 7, codes: [SUMMER, WINTER] });
    await foundOn(deps, at, 2, [
      { campaignId: summer, found: [["overshoot", 1]] },
      { campaignId: winter, found: [["over_limit", 2.5]] },
    ]);
    // Summer's flag is exact, at 67 %; winter's would need the threshold that it is below.
    expect((await judged(ban(0.8), 0.9)).found).toMatchObject({ 2: ["held", 0.85] });
    expect((await judged(ban(0.6), 0.9)).found).toMatchObject({ 2: ["disqualifies", 0.85] });
  });

  test("says nothing against a use that was given back, whatever is said against the other", async () => {
    await order(deps, at, { id: 1, who: 7, codes: [SUMMER, WINTER] });
    await foundOn(deps, at, 1, [
      { campaignId: summer, found: [["over_limit", 5]] },
      { campaignId: winter, found: [["over_limit", 3]] },
    ]);
    await prisma.freedUse.create({
      data: {
        ...{ shopId: at.shop.id, orderId: 1n, codeKey: SUMMER },
        ...{ caseId: deps.newId(), freedAt: deps.now() },
      },
    });
    await bookAllAgain(deps, at.shop.id, ["1"]);
    expect((await judged(USUAL_POLICY)).found).toEqual({ 1: ["held", 0.89] });
  });
});
