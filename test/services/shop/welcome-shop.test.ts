import { expect, test } from "vitest";

import { ensureShop } from "#app/services/shop/ensure-shop.server.ts";
import { welcomeShop } from "#app/services/shop/welcome-shop.server.ts";
import { testDeps } from "#test/support/test-deps.ts";

const details = {
  shop: { name: "Ada’s Shop", ianaTimezone: "Europe/Berlin", currencyCode: "EUR" },
};
const deps = await testDeps({ adminApi: () => ({ run: () => Promise.resolve(details as never) }) });
const { prisma } = deps.database;

test("many first requests at once welcome the shop once", async () => {
  const shop = await ensureShop(deps, "one.myshopify.com");
  const welcomed = await Promise.all(Array.from({ length: 5 }, () => welcomeShop(deps, shop)));
  for (const each of welcomed)
    expect(each).toMatchObject({ name: "Ada’s Shop", timeZone: "Europe/Berlin", currency: "EUR" });
  expect(await prisma.convention.count({ where: { shopId: shop.id } })).toBe(1);
  expect(await prisma.auditEvent.count({ where: { shopId: shop.id } })).toBe(1);
  expect(await deps.takeJobs()).toEqual([{ name: "publish-guard", data: { shopId: shop.id } }]);
});

test("a shop that is in is left alone; one that came back is welcomed again and keeps its conventions", async () => {
  const shop = await ensureShop(deps, "two.myshopify.com");
  const known = await welcomeShop(deps, shop);
  expect(await welcomeShop(deps, known)).toBe(known);
  const left = await prisma.shop.update({
    where: { id: shop.id },
    data: { uninstalledAt: deps.now() },
  });
  expect(await welcomeShop(deps, left)).toMatchObject({ uninstalledAt: null });
  expect(await prisma.convention.count({ where: { shopId: shop.id } })).toBe(1);
  expect(await prisma.auditEvent.count({ where: { shopId: shop.id } })).toBe(2);
});

test("there is nothing to look for in Shopify from before an install, but from before a reinstall there is", async () => {
  const shop = await ensureShop(deps, "three.myshopify.com");
  const { sweptUntil } = await welcomeShop(deps, shop);
  expect(sweptUntil).toEqual(deps.now());
  const before = new Date("2026-01-01T00:00:00Z");
  const left = await prisma.shop.update({
    where: { id: shop.id },
    data: { uninstalledAt: deps.now(), sweptUntil: before },
  });
  expect(await welcomeShop(deps, left)).toMatchObject({ sweptUntil: before });
});
