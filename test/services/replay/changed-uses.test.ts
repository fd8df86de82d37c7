import { beforeEach, describe, expect, test } from "vitest";

import { exportChangedUses } from "#app/services/replay/export-changed-uses.server.ts";
import { listChangedUses } from "#app/services/replay/list-changed-uses.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, refusalOf, valueOf, type TestShop } from "#test/support/test-shop.ts";
import { FOUR, MONTHLY, ONCE, whatIfStage } from "./what-if-stage.ts";

const deps = await testDeps();
const { prisma } = deps.database;
const on = whatIfStage(deps);
const { orders, ask, work, answer, usesOf } = on;
let at: TestShop;

beforeEach(async () => {
  ({ at } = await on.begin());
});

describe("every order that changes", () => {
  /** 60 customers used it twice, each on one day. */
  const many = Array.from({ length: 120 }, (_, at) => ({
    ...{ day: `04-${String((at % 20) + 1).padStart(2, "0")}`, customer: 100 + (at % 60) },
  }));

  test("is paged, and is a row of the file", async () => {
    await orders(...many);
    const { id: asked, result } = await answer(ONCE, MONTHLY);
    expect(result.first.refused.orders).toBe(60);
    const one = await usesOf(asked, "changed");
    const two = await usesOf(asked, "changed", one.next);
    expect([one.of, one.rows.length, two.rows.length, two.next]).toEqual([60, 50, 10, null]);
    const shown = [...one.rows, ...two.rows];
    expect(new Set(shown.map(({ orderId }) => orderId)).size).toBe(60);
    const times = shown.map(({ placedAt }) => placedAt);
    expect(times).toEqual(times.toSorted().reverse());
    const file = valueOf(
      await exportChangedUses(deps, at.as("viewer"), { id: asked, choice: "changed" }),
    );
    const [header, ...lines] = (await new Response(file.body).text()).trim().split("\n");
    expect(header).toBe(
      "order,placed_at,code,discount,order_total,currency,becomes,becomes_with_second",
    );
    expect(lines).toEqual(
      shown.map(
        ({ name, placedAt }) => `${name},${placedAt},SUMMER26_10OFF,5.00,30.00,EUR,Refused,Refused`,
      ),
    );
  });

  test("a typed cursor that is none shows the first page", async () => {
    await orders(...FOUR);
    const { id: asked } = await answer();
    expect((await usesOf(asked, "changed", "1-x")).rows).toHaveLength(1);
  });

  test("is kept for the last ten questions", async () => {
    await orders(...FOUR);
    const { id: first } = await answer();
    for (let count = 0; count < 10; count += 1) await answer();
    expect(await prisma.historyReplay.count({ where: { shopId: at.shop.id } })).toBe(10);
    expect(await prisma.historyReplayUse.count({ where: { shopId: at.shop.id } })).toBe(10);
    const asked = { id: first, choice: "changed", cursor: null } as const;
    expect(refusalOf(await listChangedUses(deps, at.as("viewer"), asked))).toBe("not_found");
  });

  test("of a question without an answer, or of another shop, there are none", async () => {
    await orders(...FOUR);
    const { id: running } = valueOf(await ask());
    const asked = { id: running, choice: "changed", cursor: null } as const;
    expect(refusalOf(await listChangedUses(deps, at.as("viewer"), asked))).toBe("not_found");
    await work();
    const stranger = (await addShop(deps, `other-${at.shop.domain}`)).as("admin");
    expect(refusalOf(await listChangedUses(deps, stranger, asked))).toBe("not_found");
    expect(refusalOf(await exportChangedUses(deps, stranger, asked))).toBe("not_found");
  });
});
