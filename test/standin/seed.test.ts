import { expect, test } from "vitest";
import { membersOf } from "./admin/segments/members.ts";
import { seedShops } from "./seed.ts";
import type { World } from "./state.ts";
import { createWorld } from "./world.ts";

function seeded(seed: number): World {
  const config = { apiKey: "k", apiSecret: "s", appId: 1, appDir: ".", appUrl: undefined };
  const world = createWorld({ ...config, scopes: [], seed, asyncDelayMs: 0 }, () => 0);
  seedShops(world);
  return world;
}

const shops = (world: World) => [...world.shops.values()];
const people = (world: World) => shops(world).flatMap(({ customers }) => customers);

test("A seed always gives the same shops; another one other people and prices", () => {
  expect(shops(seeded(1))).toEqual(shops(seeded(1)));
  const emails = (seed: number) => people(seeded(seed)).map(({ email }) => email);
  const prices = (seed: number) =>
    shops(seeded(seed)).flatMap(({ products }) =>
      products.map(({ variants }) => variants[0]?.price),
    );
  expect(emails(2)).not.toEqual(emails(1));
  expect(prices(2)).not.toEqual(prices(1));
});

test("Each shop has people of each kind, under addresses that reach nobody", () => {
  const world = seeded(3);
  for (const shop of shops(world)) {
    const emails = shop.customers.map(({ email }) => email ?? "");
    expect(emails).toHaveLength(40);
    expect(new Set(emails).size).toBe(40);
    expect(emails.filter((email) => !/@example\.(com|org|net)$/.test(email))).toEqual([]);
    expect(emails).toEqual(
      expect.arrayContaining(["lena.park@example.com", "lena.park+deals@example.com"]),
    );
    const [vip] = shop.segments;
    expect(vip && membersOf(world, shop, vip)).toHaveLength(8);
    expect(shop.staff.filter(({ accountOwner }) => accountOwner)).toHaveLength(1);
  }
});

test("No two things have one id", () => {
  const ids = shops(seeded(1)).flatMap((shop) => [
    shop.id,
    ...[shop.customers, shop.products, shop.collections, shop.segments, shop.staff]
      .flat()
      .map(({ id }) => id),
    ...shop.products.flatMap(({ variants }) => variants.map(({ id }) => id)),
  ]);
  expect(new Set(ids).size).toBe(ids.length);
});
