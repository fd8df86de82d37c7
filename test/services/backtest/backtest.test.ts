import { describe, expect, test } from "vitest";

import type { OrderChoice } from "#app/domain/backtest/backtest.ts";
import { usualForm } from "#app/domain/case/decision.ts";
import { PRESETS } from "#app/domain/fair-use/presets.ts";
import { listBacktestOrders } from "#app/services/backtest/list-backtest-orders.server.ts";
import { decideCase } from "#app/services/case/decide-case.server.ts";
import { savePolicy } from "#app/services/fair-use/save-policy.server.ts";
import { valueOf } from "#test/support/test-shop.ts";
import { openPastShop } from "./fixtures/past-shop.ts";

const past = await openPastShop();
const { deps, last, tried } = past;
const { prisma } = deps.database;
const ONCE = PRESETS.find(({ key }) => key === "once_a_period")!.policy;

/** What the signals made of an order. */
async function score(order: number, of: number): Promise<void> {
  const row = { shopId: past.at.shop.id, orderId: BigInt(order) };
  const said = { score: of, kind: "over_limit" };
  await prisma.identityOrder.upsert({
    where: { shopId_orderId: row },
    update: said,
    create: { ...row, placedAt: deps.now(), version: deps.now(), ...said },
  });
}

const ordersOf = async (id: string, choice: OrderChoice) =>
  valueOf(await listBacktestOrders(deps, past.at.as("reviewer"), { id, choice, cursor: null }));

describe("two ways side by side", () => {
  test("a policy that disqualifies against one that holds: orders, money, customers and load", async () => {
    const { id, result } = await tried();
    expect(result).toMatchObject({
      ...{ currency: "EUR", from: "2026-06-01", to: "2026-06-06", days: 6 },
      ...{ orders: 5, people: 2, changed: 3 },
    });
    expect(result.first).toMatchObject({
      orders: { passes: 2, watched: 0, held: 3, disqualifies: 0, refused: 0 },
      ...{ savedMinor: 0, atStakeMinor: 1_500, busiest: { day: "2026-06-02", cases: 1 } },
      refused: { of: 0 },
      cases: { of: 2 },
    });
    expect(result.second).toMatchObject({
      orders: { passes: 2, held: 0, disqualifies: 2, refused: 1 },
      ...{ savedMinor: 500, atStakeMinor: 1_000 },
      // What only the exact rule found is taken to be sure.
      refused: { of: 1, expected: 0, low: 0, decided: 0 },
    });
    expect(result.second.refused.high).toBeGreaterThan(0.5);
    const { rows, of, ways } = await ordersOf(id, "changed");
    expect([ways.first.name, ways.second.name]).toEqual([
      "In force: a person decides",
      PRESETS.find(({ policy }) => policy === ONCE)!.name,
    ]);
    expect(of).toBe(3);
    expect(rows.map(({ name, first, second }) => [name, first, second])).toEqual([
      ["#5", "held", "disqualifies"],
      ["#3", "held", "refused"],
      ["#2", "held", "disqualifies"],
    ]);
  });

  test("every number's orders are as many as it says", async () => {
    await score(6, 0.9);
    const { id, result } = await tried({ second: { policy: "preset:ladder", flagFrom: "95" } });
    for (const side of ["first", "second"] as const)
      for (const outcome of ["watched", "held", "disqualifies", "refused"] as const) {
        const { rows, of } = await ordersOf(id, { side, outcome });
        expect(of).toBe(result[side].orders[outcome]);
        expect(rows).toHaveLength(of);
      }
    for (const side of ["first", "second"] as const) {
      const { rows } = await ordersOf(id, { side, outcome: "looked_at" });
      const { held, disqualifies } = result[side].orders;
      expect(rows).toHaveLength(held + disqualifies);
      const atStake = rows.reduce((sum, { discountMinor }) => sum + discountMinor, 0);
      expect(atStake).toBe(result[side].atStakeMinor);
    }
    expect((await ordersOf(id, "changed")).of).toBe(result.changed);
  });

  test("a threshold: what lies between is flagged by the lower one alone", async () => {
    await score(6, 0.9);
    const { id, result } = await tried({ second: { policy: "in_force", flagFrom: "95" } });
    expect([result.changed, result.people]).toEqual([1, 3]);
    expect(result.first.cases.of - result.second.cases.of).toBe(1);
    expect(result.first.cases.expected - result.second.cases.expected).toBeCloseTo(0.1, 6);
    const { rows } = await ordersOf(id, "changed");
    expect(rows).toMatchObject([{ name: "#6", first: "held", second: "passes", score: 0.9 }]);
  });

  test("where no threshold is asked for the one in force is taken", async () => {
    const scale = { version: 1, knots: [], verdicts: 0, flagFrom: 0.95 };
    const made = { createdAt: deps.now(), createdBy: "Ada" };
    await prisma.scoreScale.create({ data: { shopId: past.at.shop.id, ...scale, ...made } });
    await score(6, 0.9);
    const { result } = await tried({ second: { policy: "in_force", flagFrom: null } });
    expect([result.first.cases.of, result.second.cases.of]).toEqual([3, 2]);
    expect((await last()).second.flagFrom).toBe(0.95);
  });

  test("scores are taken on the shop's own scale", async () => {
    await score(6, 0.9);
    const knots = [
      { score: 0, likely: 0 },
      { score: 1, likely: 0.7 },
    ];
    await prisma.scoreScale.create({
      data: {
        ...{ shopId: past.at.shop.id, version: 1, knots, verdicts: 9, flagFrom: 0.6 },
        ...{ createdAt: deps.now(), createdBy: "Ada" },
      },
    });
    const { id, result } = await tried({
      first: { policy: "in_force", flagFrom: "60" },
      second: { policy: "in_force", flagFrom: "65" },
    });
    expect(result.changed).toBe(1);
    expect((await ordersOf(id, "changed")).rows[0]?.score).toBeCloseTo(0.63, 10);
  });

  test("who staff found to be fine counts as good, whatever the score says", async () => {
    const flag = await prisma.flag.findFirstOrThrow({
      where: { shopId: past.at.shop.id, orderId: 3n },
    });
    const form = { ...usualForm("fine"), split: "no" };
    valueOf(await decideCase(deps, past.at.as("reviewer"), flag.caseId ?? "", form));
    const { result } = await tried();
    expect(result.second.refused).toMatchObject({ of: 1, expected: 1, high: 1, decided: 1 });
  });

  test("a draft can be tried before it is saved; presets and earlier versions, too", async () => {
    const { result } = await tried({ second: { policy: "draft", flagFrom: "80" }, draft: ONCE });
    expect(result.second.orders.refused).toBe(1);
    expect(await prisma.fairUsePolicy.count({ where: { shopId: past.at.shop.id } })).toBe(0);
    valueOf(await savePolicy(deps, past.at.as("admin"), ONCE));
    valueOf(await savePolicy(deps, past.at.as("admin"), { ...ONCE, mostAutomatic: "hold" }));
    const again = await tried({ second: { policy: "version:1", flagFrom: "80" } });
    expect(again.result.second.orders.refused).toBe(1);
    expect(again.result.first.orders.refused).toBe(0);
    expect((await last()).first.name).toBe("In force: version 2");
  });

  test("people whom links hold together are one case", async () => {
    const [anna, ben] = await Promise.all(
      [1n, 4n].map((id) =>
        prisma.order.findUniqueOrThrow({ where: { shopId_id: { shopId: past.at.shop.id, id } } }),
      ),
    );
    const [lowId, highId] = [anna!.personId!, ben!.personId!].toSorted((a, b) => (a < b ? -1 : 1));
    await prisma.personLink.create({
      data: {
        ...{ shopId: past.at.shop.id, lowId: lowId!, highId: highId!, bits: 9 },
        ...{ relation: "same_person", createdAt: deps.now() },
      },
    });
    const { result } = await tried();
    expect(result.first.cases.of).toBe(1);
  });
});
