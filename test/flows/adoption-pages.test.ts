import { describe, expect, test } from "vitest";

import type { Actor } from "#app/domain/access/actor.ts";
import { readAdoption } from "#app/services/adoption/read-adoption.server.ts";
import { startReading } from "#app/services/adoption/start-reading.server.ts";
import { deleteDiscount } from "#test/standin/admin/discounts/verbs.ts";
import { fillShop } from "#test/standin/messy/fill.ts";
import type { ShopState } from "#test/standin/state.ts";
import { StaffClient } from "#test/support/staff-client.ts";
import { openStandinApp } from "#test/support/standin-app.ts";
import { valueOf } from "#test/support/test-shop.ts";
import { readingDone } from "./fixtures/reading-done.ts";

const app = await openStandinApp({ works: true });
const { world } = app.standin;
// Shopify lets through ten times as much in a second as on the smallest plan: what is read matters here, not when.
for (const shop of world.shops.values()) shop.plan = "plus";
const { prisma } = app.deps.database;

async function adminOf(handle: string): Promise<Actor> {
  await (await StaffClient.of(app, handle)).read("app");
  const { domain } = app.shop(handle);
  const { id } = await prisma.shop.findUniqueOrThrow({ where: { domain } });
  return { kind: "staff", shopId: id, id: "1", name: "Olive", role: "admin" };
}

/** Every code with its discount and its uses, there and here. */
function codesThere(shop: ShopState): string[] {
  return [...shop.discounts.values()]
    .flatMap((discount) =>
      discount.method === "code"
        ? [...discount.redeemCodes].map(
            ({ code, usageCount }) => `${discount.id} ${code} ${usageCount}`,
          )
        : [],
    )
    .sort();
}

async function codesHere(shopId: number): Promise<string[]> {
  const rows = await prisma.redeemCode.findMany({ where: { shopId } });
  return rows.map(({ discountId, code, uses }) => `${discountId} ${code} ${uses}`).sort();
}

const asked = (domain: string, operation: string) =>
  world.calls.filter((call) => call.shop === domain && call.operation === operation).length;

describe("a small store", () => {
  test("is read by pages, and what is gone at the next reading is forgotten", async () => {
    const shop = app.shop("bonafide-demo");
    for (const _ of fillShop(world, shop, { seed: 5, discounts: 40, codes: 900 })) void _;
    const actor = await adminOf("bonafide-demo");
    const first = valueOf(await startReading(app.deps, actor));
    await readingDone(app.deps, actor.shopId, first.id);
    expect(await codesHere(actor.shopId)).toEqual(codesThere(shop));
    expect(asked(shop.domain, "RunBulkQuery")).toBe(0);
    const unknown = await prisma.discount.count({
      where: { shopId: actor.shopId, terms: { path: ["items", "kind"], equals: "unknown" } },
    });
    expect(unknown).toBe(0);

    const gone = [...shop.discounts.values()].filter(({ method }) => method === "code").slice(0, 3);
    for (const discount of gone) deleteDiscount(world, shop, discount);
    const second = valueOf(await startReading(app.deps, actor));
    await readingDone(app.deps, actor.shopId, second.id);
    expect(await codesHere(actor.shopId)).toEqual(codesThere(shop));
    const deleted = await prisma.discount.findMany({
      where: { shopId: actor.shopId, deletedAt: { not: null } },
    });
    expect(deleted.map(({ id }) => Number(id)).sort()).toEqual(gone.map(({ id }) => id).sort());
    const mapped = await prisma.discountMapping.count({ where: { shopId: actor.shopId } });
    expect(mapped).toBe(shop.discounts.size);
  });
});

describe("a large store whose bulk operations fail", () => {
  test("is read by pages after two of them, and says why that takes longer", async () => {
    const shop = app.shop("second-shop");
    for (const _ of fillShop(world, shop, { seed: 6, discounts: 30, codes: 3_000 })) void _;
    const { faults } = world;
    world.faults = {
      ...faults,
      beforeWork: (work) =>
        work.name === "bulkOperationRunQuery"
          ? { action: "fail", done: 100 }
          : faults.beforeWork(work),
    };
    const actor = await adminOf("second-shop");
    const { id } = valueOf(await startReading(app.deps, actor));
    const said = new Set<string | null>();
    const reading = readingDone(app.deps, actor.shopId, id);
    const watch = setInterval(
      () =>
        void readAdoption(app.deps, actor).then((store) => {
          if (store.ok) said.add(store.value.reading?.error ?? null);
        }),
      50,
    );
    await reading;
    clearInterval(watch);
    expect(asked(shop.domain, "RunBulkQuery")).toBe(2);
    expect(await codesHere(actor.shopId)).toEqual(codesThere(shop));
    expect([...said].some((text) => text?.includes("page by page"))).toBe(true);
  });
});
