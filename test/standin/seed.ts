import type { ShopState, Standin } from "./state.ts";
import { addShop, type NewShop } from "./state/add-shop.ts";
import { addCustomers } from "./seed/add-customers.ts";
import { addGoods } from "./seed/add-goods.ts";

export const DEMO_SHOP = "bonafide-demo.myshopify.com";
export const SECOND_SHOP = "second-shop.myshopify.com";

const SHOPS: readonly NewShop[] = [
  {
    handle: "bonafide-demo",
    name: "Hafen & Holz",
    ianaTimezone: "Europe/Berlin",
    currencyCode: "EUR",
    countryCode: "DE",
  },
  {
    handle: "second-shop",
    name: "Harbor Goods",
    ianaTimezone: "America/New_York",
    currencyCode: "USD",
    countryCode: "US",
    plan: "plus",
  },
];

/** Staff as every shop has them: the owner first. */
const STAFF = [
  ["Olive", "Owner", true],
  ["Edda", "Editor", false],
  ["Rafael", "Reviewer", false],
  ["Viola", "Viewer", false],
] as const;

/** Fills an empty world with two small shops. Another `world.config.seed` gives other people and prices. */
export function seedShops(world: Standin): void {
  for (const shop of SHOPS) seedShop(world, addShop(world, shop));
}

export function seedShop(world: Standin, shop: ShopState): void {
  for (const [firstName, lastName, accountOwner] of STAFF) {
    shop.staff.push({
      id: world.nextId(),
      firstName,
      lastName,
      email: `${firstName.toLowerCase()}@${shop.handle}.example`,
      accountOwner,
      locale: "en",
      collaborator: false,
      emailVerified: true,
    });
  }
  addGoods(world, shop);
  addCustomers(world, shop);
  addSegments(world, shop);
}

function addSegments(world: Standin, shop: ShopState): void {
  const at = world.now();
  for (const [name, query] of [
    ["VIP customers", "customer_tags CONTAINS 'vip'"],
    ["New customers", "number_of_orders = 0"],
  ] as const) {
    const id = world.nextId();
    shop.segments.set(id, { id, name, query, members: new Set(), createdAt: at, updatedAt: at });
  }
}
