import { serialize } from "node:v8";
import { expect, test } from "vitest";
import { scene, usesOf } from "./orders/fixtures/world.ts";
import { restoreWorld, saveWorld } from "./snapshot.ts";
import { createWorld, findShop } from "./world.ts";

const restored = (bytes: Buffer) => {
  const world = createWorld(scene().world.config, () => 0);
  restoreWorld(world, bytes);
  const shop = findShop(world, "leaf");
  if (!shop) throw new Error("No shop");
  return { world, shop };
};

test("A world comes back with its discounts, their codes and their uses", () => {
  const before = scene();
  const id = before.shop.codeIndex.get("tea10") ?? 0;
  const held = before.shop.discounts.get(id);
  if (held?.method === "code") held.redeemCodes.countUse("tea10");
  const { world, shop } = restored(saveWorld(before.world));
  expect(shop.codeIndex.get("tea10")).toBe(id);
  expect(usesOf(shop, "TEA10")).toBe(1);
  expect(world.nextId("DiscountNode")).toBe(id + 1);
});

test("So does one that was saved when codes were kept in maps", () => {
  const { world, shop } = scene();
  const [discount] = shop.discounts.values();
  if (discount?.method !== "code") throw new Error("No discount");
  const code = discount.redeemCodes.get("tea10");
  if (!code) throw new Error("No code");
  const plain = { id: code.id, code: code.code, createdAt: code.createdAt, usageCount: 3 };
  const { bulkOperations: _, codeIndex: __, ...old } = shop;
  const bytes = serialize({
    shops: new Map([
      [
        shop.domain,
        {
          ...old,
          codeIndex: new Map([["tea10", discount.id]]),
          discounts: new Map([
            [discount.id, { ...discount, redeemCodes: new Map([["tea10", plain]]) }],
          ]),
        },
      ],
    ]),
    counters: world.counters,
    offsetMs: 0,
  });
  const back = restored(bytes);
  expect(usesOf(back.shop, "TEA10")).toBe(3);
  expect(back.shop.bulkOperations.size).toBe(0);
});
