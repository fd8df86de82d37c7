import { beforeEach, describe, expect, test } from "vitest";

import type { FairUsePolicy, FairUseRule } from "#app/domain/fair-use/policy.ts";
import type { SignalKind } from "#app/domain/signal/signal.ts";
import { listCases } from "#app/services/case/list-cases.server.ts";
import { readCaseChoices } from "#app/services/case/read-case-choices.server.ts";
import { getPolicy } from "#app/services/fair-use/get-policy.server.ts";
import { savePolicy } from "#app/services/fair-use/save-policy.server.ts";
import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { valueOf, type TestShop } from "#test/support/test-shop.ts";
import { FILTER } from "../case/stage.ts";
import { openTwo, order, SUMMER, WINTER } from "../calibration/two-codes.ts";

const deps = await testDeps();
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;
let summer: string;
let winter: string;

beforeEach(async () => {
  ({ at, summer, winter } = await openTwo(deps, `policy-${(shops += 1)}`));
});

const ban = (change: Partial<FairUseRule>): FairUsePolicy => ({
  rules: [
    {
      when: { kinds: [], minScore: 0, minOrders: 1, earlierAbuse: 0 },
      ...{ then: "disqualify", scope: "campaign", until: { kind: "none" }, ...change },
    },
  ],
  ...{ mostAutomatic: "disqualify", memoryDays: 365 },
});
const inForce = async (policy: FairUsePolicy) => {
  valueOf(await savePolicy(deps, at.as("admin"), policy));
};
/** On that day of June, by the same customer. */
const use = async (day: number, ...codes: string[]) => {
  deps.clock.now = new Date(`2026-06-0${day}T11:00:00Z`);
  await order(deps, at, { id: day, who: 7, codes });
  await scoreOrders(deps, { shopId: at.shop.id });
};
const banned = async () =>
  (
    await prisma.disqualification.findMany({
      where: { shopId: at.shop.id, liftedAt: null },
      orderBy: [{ createdAt: "asc" }, { campaignId: "asc" }],
    })
  ).map(({ campaignId, until }) => [campaignId, until?.toISOString().slice(0, 10) ?? null]);

describe("a case that grows while a policy disqualifies", () => {
  test("from the campaign: it is from each campaign that a use was flagged of, and from no other", async () => {
    await inForce(ban({}));
    await use(1, SUMMER, WINTER);
    await use(2, SUMMER);
    expect(await banned()).toEqual([[summer, null]]);
    await use(3, WINTER);
    expect(await banned()).toEqual([
      [summer, null],
      [winter, null],
    ]);
    await use(4, SUMMER, WINTER);
    expect(await banned()).toHaveLength(2);
  });

  test("for some days: it ends by itself, and whoever does it again after that is disqualified again", async () => {
    await inForce(ban({ until: { kind: "days", days: 2 } }));
    await use(1, SUMMER);
    await use(2, SUMMER);
    expect(await banned()).toEqual([[summer, "2026-06-04"]]);
    // Nothing is made longer while it lasts.
    await use(3, SUMMER);
    expect(await banned()).toEqual([[summer, "2026-06-04"]]);
    await use(5, SUMMER);
    expect(await banned()).toEqual([
      [summer, "2026-06-04"],
      [summer, "2026-06-07"],
    ]);
  });
});

test("a rule goes by all that speaks for a flag, also by what never makes one, and so does the queue", async () => {
  const rule = (kind: SignalKind) =>
    ban({ when: { kinds: [kind], minScore: 0, minOrders: 1, earlierAbuse: 0 } });
  const listed = async (kind: SignalKind) => {
    const filter = { ...FILTER, kind };
    return valueOf(await listCases(deps, at.as("reviewer"), { filter, cursor: null })).rows.length;
  };
  await inForce(rule("prepaid_card"));
  for (const id of [1, 2])
    await order(deps, at, {
      ...{ id, who: 7, codes: [SUMMER], email: "kim@mailinator.com" },
    });
  await scoreOrders(deps, { shopId: at.shop.id });
  expect(await banned()).toEqual([]);
  expect([await listed("disposable_address"), await listed("prepaid_card")]).toEqual([1, 0]);
  const choices = valueOf(await readCaseChoices(deps, at.as("reviewer")));
  expect(choices.kinds).toEqual(["disposable_address", "over_limit", "overshoot"]);
  await inForce(rule("disposable_address"));
  await order(deps, at, { id: 3, who: 7, codes: [SUMMER], email: "kim@mailinator.com" });
  await scoreOrders(deps, { shopId: at.shop.id });
  expect(await banned()).toEqual([[summer, null]]);
});

describe("a use that the exact rule flagged", () => {
  const doubted = ban({ when: { kinds: [], minScore: 1, minOrders: 1, earlierAbuse: 0 } });
  const found = async () => {
    const [row] = await prisma.reviewCase.findMany({ where: { shopId: at.shop.id } });
    return { step: row?.step, banned: await banned() };
  };
  const tell = async () => {
    await order(deps, at, { id: 1, who: 7, codes: [SUMMER] });
    await order(deps, at, { id: 2, who: 7, codes: [SUMMER] });
  };

  test("waits for what signals make of its order: until then nothing happens to anybody", async () => {
    await inForce(ban({ when: { kinds: [], minScore: 0.5, minOrders: 1, earlierAbuse: 0 } }));
    await tell();
    expect(await found()).toEqual({ step: null, banned: [] });
    await scoreOrders(deps, { shopId: at.shop.id });
    expect(await found()).toEqual({ step: "disqualify", banned: [[summer, null]] });
  });

  test("is held where its score does not reach what the rule asks for", async () => {
    await inForce(doubted);
    await tell();
    await scoreOrders(deps, { shopId: at.shop.id });
    const [flag] = await prisma.flag.findMany({ where: { shopId: at.shop.id, kind: "overshoot" } });
    expect(flag?.score).toBeLessThan(1);
    expect(await found()).toEqual({ step: "hold", banned: [] });
  });

  test("is judged without a score where its order cannot be read, also in a case that was judged before", async () => {
    await inForce(ban({ when: { kinds: [], minScore: 0, minOrders: 2, earlierAbuse: 0 } }));
    await tell();
    await scoreOrders(deps, { shopId: at.shop.id });
    expect(await found()).toEqual({ step: "hold", banned: [] });
    await order(deps, at, { id: 3, who: 7, codes: [SUMMER] });
    await prisma.inboxMessage.updateMany({
      where: { shopId: at.shop.id },
      data: { body: Buffer.of() },
    });
    expect(await found()).toEqual({ step: "hold", banned: [] });
    await scoreOrders(deps, { shopId: at.shop.id });
    expect(await found()).toEqual({ step: "disqualify", banned: [[summer, null]] });
    await scoreOrders(deps, { shopId: at.shop.id });
    expect(await banned()).toHaveLength(1);
  });

  test("is judged by the next turn where the one that scored it was broken off", async () => {
    await inForce(ban({}));
    await tell();
    await prisma.identityOrder.updateMany({
      where: { shopId: at.shop.id },
      data: { sequence: 1n },
    });
    await scoreOrders(deps, { shopId: at.shop.id });
    expect(await found()).toEqual({ step: "disqualify", banned: [[summer, null]] });
  });
});

test("the editor knows the highest score that a rule can ask for in the shop", async () => {
  const highest = async () => valueOf(await getPolicy(deps, at.as("reviewer"))).highestScore;
  expect(await highest()).toBe(1);
  const knots = [
    { score: 0, likely: 0 },
    { score: 1, likely: 0.9 },
  ];
  const version = { version: 1, verdicts: 9, createdAt: deps.now(), createdBy: "Ada" };
  await prisma.scoreScale.create({
    data: { shopId: at.shop.id, knots, flagFrom: 0.8, ...version },
  });
  expect(await highest()).toBe(0.9);
});
