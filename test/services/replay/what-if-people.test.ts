import { beforeEach, describe, expect, test } from "vitest";

import { testDeps } from "#test/support/test-deps.ts";
import type { TestShop } from "#test/support/test-shop.ts";
import { FOUR, MONTHLY, ONCE, whatIfStage } from "./what-if-stage.ts";

const deps = await testDeps();
const { prisma } = deps.database;
const on = whatIfStage(deps);
const { orders, answer } = on;
let at: TestShop;

beforeEach(async () => {
  ({ at } = await on.begin());
});

describe("likely good customers who would be hurt", () => {
  test("who is over the present limit already is not one of them, and of whom nothing is known is good", async () => {
    await orders(...FOUR, { day: "03-05", customer: 8 });
    const { result } = await answer();
    expect(result.first.refused.orders).toBe(2);
    expect(result.first.hurt).toMatchObject({ of: 1, expected: 1, high: 1, decided: 0 });
  });

  test("a score says how likely they are, though nobody flagged them", async () => {
    await orders(...FOUR, { day: "03-05", customer: 8 });
    const row = { shopId: at.shop.id, orderId: 4n };
    const said = { score: 0.4, kind: "shared_device" };
    await prisma.identityOrder.upsert({
      where: { shopId_orderId: row },
      update: said,
      create: { ...row, placedAt: deps.now(), version: deps.now(), ...said },
    });
    const { result } = await answer();
    expect(result.first.hurt).toMatchObject({ of: 1, decided: 0 });
    expect(result.first.hurt.expected).toBeCloseTo(0.6, 10);
  });

  test.each([
    ["abuse", 0],
    ["fine", 1],
  ] as const)(
    "staff found %s: that counts, also of whom they are linked to",
    async (kind, good) => {
      const who = { customer: 9 };
      await orders(
        ...FOUR,
        { day: "03-05", customer: 8 },
        ...["03-01", "03-02", "03-03"].map((day) => ({ ...who, day })),
      );
      const personOf = async (order: bigint) => {
        const key = { shopId_id: { shopId: at.shop.id, id: order } };
        return (await prisma.order.findUniqueOrThrow({ where: key })).personId!;
      };
      const [ben, cleo] = [await personOf(4n), await personOf(6n)];
      await prisma.flag.updateMany({
        where: { shopId: at.shop.id, personId: cleo },
        data: { state: "reviewed", decision: kind, decidedAt: deps.now() },
      });
      const before = (await answer()).result;
      expect(before.first.hurt).toMatchObject({ of: 1, expected: 1, decided: 0 });
      await prisma.personLink.create({
        data: {
          ...{
            shopId: at.shop.id,
            lowId: ben < cleo ? ben : cleo,
            highId: ben < cleo ? cleo : ben,
          },
          ...{ bits: 9, relation: "same_person", createdAt: deps.now() },
        },
      });
      const { result } = await answer();
      expect(result.first.hurt).toMatchObject({ of: 1, expected: good, decided: 1 });
    },
  );

  test("each limit hurts its own", async () => {
    await orders(...FOUR, { day: "06-05", customer: 8 });
    const { result } = await answer(MONTHLY, ONCE);
    expect([result.first.hurt.of, result.second?.hurt.of]).toEqual([0, 1]);
  });
});

describe("cases a day, were none refused", () => {
  test("each customer over a limit is one, on the day it first was; after a decision another", async () => {
    await orders(...FOUR, { day: "03-05", customer: 8 });
    const { result } = await answer(ONCE, { ...ONCE, perCustomer: "" });
    expect([result.days, result.loadNow]).toEqual([
      46,
      { cases: 1, busiest: { day: "2026-04-15", cases: 1 } },
    ]);
    expect(result.first.load).toEqual({ cases: 2, busiest: { day: "2026-03-05", cases: 1 } });
    expect(result.second?.load).toEqual({ cases: 0, busiest: null });
    await prisma.flag.updateMany({
      where: { shopId: at.shop.id },
      data: { state: "reviewed", decision: "abuse", decidedAt: new Date("2026-04-01") },
    });
    expect((await answer()).result.first.load.cases).toBe(3);
  });

  test("people whom links hold together are one", async () => {
    await orders(...FOUR, { day: "03-05", customer: 8 });
    const [anna, ben] = await prisma.person.findMany({
      where: { shopId: at.shop.id },
      orderBy: { id: "asc" },
    });
    const link = { lowId: anna!.id, highId: ben!.id, bits: 9, relation: "same_person" };
    await prisma.personLink.create({
      data: { shopId: at.shop.id, ...link, createdAt: deps.now() },
    });
    expect((await answer()).result.first.load.cases).toBe(1);
  });
});
