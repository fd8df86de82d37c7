import { addCustomers } from "./seed/add-customers.ts";
import { addGoods } from "./seed/add-goods.ts";
import type { ShopState, World } from "./state.ts";
import { addShop, type NewShop } from "./world.ts";

const SHOPS: readonly NewShop[] = [
  {
    handle: "bonafide-demo",
    name: "Hafen & Holz",
    ianaTimezone: "Europe/Berlin",
    currencyCode: "EUR",
    country: "DE",
    locale: "de",
  },
  {
    handle: "second-shop",
    name: "Harbor Goods",
    ianaTimezone: "America/New_York",
    currencyCode: "USD",
    country: "US",
    locale: "en",
  },
];

/** Staff of every shop, the owner first; the names say what each of them is meant to be in the app. */
const STAFF = [
  ["Olive", "Owner"],
  ["Edda", "Editor"],
  ["Rafael", "Reviewer"],
  ["Viola", "Viewer"],
] as const;

const SEGMENTS = [
  ["VIP customers", "customer_tags CONTAINS 'vip'"],
  ["New customers", "number_of_orders = 0"],
] as const;

const MARKETS = [
  ["Europe", "europe"],
  ["International", "international"],
] as const;

/** Fills an empty world with two small shops. Another `world.config.seed` gives other people and prices. */
export function seedShops(world: World): void {
  for (const shop of SHOPS) seedShop(world, addShop(world, shop));
}

function seedShop(world: World, shop: ShopState): void {
  for (const [index, [firstName, lastName]] of STAFF.entries()) {
    shop.staff.push({
      id: world.nextId("StaffMember"),
      firstName,
      lastName,
      email: `${firstName.toLowerCase()}@${shop.handle}.example.com`,
      locale: "en",
      accountOwner: index === 0,
      collaborator: false,
    });
  }
  addGoods(world, shop);
  addCustomers(world, shop);
  for (const [name, handle] of MARKETS) {
    shop.markets.push({ id: world.nextId("Market"), name, handle, status: "ACTIVE" });
  }
  const createdAt = world.now();
  for (const [name, query] of SEGMENTS) {
    shop.segments.push({
      id: world.nextId("Segment"),
      name,
      query,
      createdAt,
      updatedAt: createdAt,
    });
  }
}
