import type { Address, Customer, ShopState, Standin } from "../state.ts";
import { CITIES, FIRST_NAMES, LAST_NAMES, MAIL_DOMAINS, STREETS, US_STREETS } from "./people.ts";

const DAY = 86_400_000;
const COUNT = 38;

/** 38 people, then one person under two spellings of one mailbox (`lena.park@…` and `lena.park+deals@…`). */
export function addCustomers(world: Standin, shop: ShopState): void {
  const taken = new Set<string>();
  while (taken.size < COUNT) {
    const first = pick(world, FIRST_NAMES);
    const last = pick(world, LAST_NAMES);
    const mailbox = `${ascii(first)}.${ascii(last)}`;
    if (taken.has(mailbox)) continue;
    taken.add(mailbox);
    const customer = addCustomer(world, shop, {
      firstName: first,
      lastName: last,
      email: `${mailbox}@${pick(world, MAIL_DOMAINS)}`,
    });
    if (taken.size % 8 === 1) customer.tags.push("vip");
  }
  for (const mailbox of ["lena.park", "lena.park+deals"]) {
    addCustomer(world, shop, {
      firstName: "Lena",
      lastName: "Park",
      email: `${mailbox}@example.com`,
    });
  }
}

export type NewCustomer = {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phone?: string | null;
  readonly tags?: readonly string[];
};

/** Adds a customer with a made-up address, an account since some time in the last two years. */
export function addCustomer(world: Standin, shop: ShopState, person: NewCustomer): Customer {
  const id = world.nextId();
  const address = addressOf(world, shop, person);
  const createdAt = world.now() - Math.floor((30 + world.random() * 700) * DAY);
  const customer: Customer = {
    id,
    email: person.email,
    phone: person.phone ?? null,
    firstName: person.firstName,
    lastName: person.lastName,
    tags: [...(person.tags ?? [])],
    numberOfOrders: 0,
    amountSpentMinor: 0,
    defaultAddress: address,
    addresses: [address],
    note: null,
    locale: shop.locale,
    state: "ENABLED",
    verifiedEmail: true,
    emailMarketing: world.random() < 0.5 ? "SUBSCRIBED" : "NOT_SUBSCRIBED",
    smsMarketing: "NOT_SUBSCRIBED",
    createdAt,
    updatedAt: createdAt,
  };
  shop.customers.set(id, customer);
  return customer;
}

function addressOf(world: Standin, shop: ShopState, person: NewCustomer): Address {
  const american = shop.countryCode === "US";
  const [zip, city, provinceCode] = pick(world, american ? CITIES.US : CITIES.DE);
  const number = 1 + Math.floor(world.random() * 90);
  return {
    firstName: person.firstName ?? "",
    lastName: person.lastName ?? "",
    company: null,
    address1: american
      ? `${number} ${pick(world, US_STREETS)}`
      : `${pick(world, STREETS)} ${number}`,
    address2: null,
    zip,
    city,
    provinceCode,
    countryCode: american ? "US" : "DE",
    phone: null,
  };
}

function pick<T>(world: Standin, from: readonly T[]): T {
  const picked = from[Math.floor(world.random() * from.length)];
  if (picked === undefined) throw new Error("Nothing to pick from");
  return picked;
}

function ascii(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/[^a-z]/gi, "")
    .toLowerCase();
}
