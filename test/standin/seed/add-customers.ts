import type { Customer, CustomerAddress, ShopState, World } from "../state.ts";
import { ascii, CITIES, FIRST_NAMES, LAST_NAMES, MAIL_DOMAINS, STREETS } from "./people.ts";

const DAY_MS = 86_400_000;
const COUNT = 38;
const EVERY_NTH_IS_VIP = 5;

/**
 * 38 people of whom every fifth is a VIP, and then one person under two spellings of one mailbox:
 * `lena.park@example.com` and `lena.park+deals@example.com`.
 */
export function addCustomers(world: World, shop: ShopState): void {
  const taken = new Set<string>();
  while (taken.size < COUNT) {
    const firstName = pick(world, FIRST_NAMES);
    const lastName = pick(world, LAST_NAMES);
    const mailbox = `${ascii(firstName)}.${ascii(lastName)}`;
    if (taken.has(mailbox)) continue;
    const tags = taken.size % EVERY_NTH_IS_VIP === 0 ? ["vip"] : [];
    taken.add(mailbox);
    const email = `${mailbox}@${pick(world, MAIL_DOMAINS)}`;
    addCustomer(world, shop, { firstName, lastName, email, tags });
  }
  for (const mailbox of ["lena.park", "lena.park+deals"]) {
    const email = `${mailbox}@example.com`;
    addCustomer(world, shop, { firstName: "Lena", lastName: "Park", email });
  }
}

type NewCustomer = Partial<Pick<Customer, "firstName" | "lastName" | "email" | "phone" | "tags">>;

/** Adds a customer with a made-up address, known to the shop for between a month and two years. */
function addCustomer(world: World, shop: ShopState, person: NewCustomer): Customer {
  const days = 30 + Math.floor(world.random() * 700);
  const createdAt = new Date(world.now().getTime() - days * DAY_MS);
  const customer: Customer = {
    firstName: undefined,
    lastName: undefined,
    email: undefined,
    phone: undefined,
    tags: [],
    ...person,
    id: world.nextId("Customer"),
    numberOfOrders: 0,
    amountSpent: 0,
    createdAt,
    updatedAt: createdAt,
    locale: shop.locale,
    address: addressIn(world, shop),
  };
  shop.customers.push(customer);
  return customer;
}

function addressIn(world: World, shop: ShopState): CustomerAddress {
  const country = shop.country === "US" ? "US" : "DE";
  const [zip, city] = pick(world, CITIES[country]);
  const street = pick(world, STREETS[country]);
  const number = 1 + Math.floor(world.random() * 90);
  const address1 = country === "US" ? `${number} ${street}` : `${street} ${number}`;
  return { address1, zip, city, country };
}

function pick<T>(world: World, from: readonly T[]): T {
  const picked = from[Math.floor(world.random() * from.length)];
  if (picked === undefined) throw new Error("Nothing to pick from");
  return picked;
}
