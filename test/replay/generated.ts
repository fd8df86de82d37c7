import { chanceOf, type Chance } from "../worlds/random.ts";
import type { Converted } from "./converted.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
const SEED = 1;
const CODES = ["SUMMER26_10OFF", "WELCOME", "VIP"];

/**
 * A year of so many orders, to time a replay with: whole webhook bodies of some two kilobytes, two customers to three
 * orders, half of them with one of three codes, a tenth refunded, in part or in full.
 */
export function generated(count: string): Converted {
  const chance = chanceOf(SEED);
  const total = Number(count);
  if (!Number.isSafeInteger(total) || total < 1)
    throw new Error(`“${count}” is no number of orders.`);
  const placed = Array.from({ length: total }, () => chance.below(365 * 86_400)).sort(
    (a, b) => a - b,
  );
  const start = Date.parse("2025-06-01T00:00:00Z");
  const orders = placed.map((second, at) =>
    orderOf(chance, at + 1, new Date(start + second * 1_000), Math.ceil((total * 2) / 3)),
  );
  const refunds = orders
    .filter(() => chance.is(0.1))
    .map(({ id, created_at, total_price }) => {
      const share = chance.pick([1, 1, 0.25]);
      const amount = (Number(total_price) * share).toFixed(2);
      const later = new Date(Date.parse(created_at) + chance.between(1, 20) * DAY_MS);
      return { order_id: id, created_at: later.toISOString(), amount };
    });
  return {
    promotions: {
      shop: { timezone: "Europe/Berlin", currency: "EUR" },
      campaigns: CODES.map((code) => ({
        ...{ key: code, codes: [code] },
        limit: { perCustomer: 1, window: "month" },
      })),
    },
    ...{ orders, refunds, issued: [] },
    expected: { orders: total, coded: orders.filter((each) => each.discount_codes.length).length },
  };
}

function orderOf(chance: Chance, id: number, at: Date, customers: number) {
  const customer = chance.between(1, customers);
  const isGuest = chance.is(0.2);
  const lines = Array.from({ length: chance.between(1, 3) }, (_, index) => ({
    ...{ id: id * 10 + index, product_id: chance.between(1, 400), variant_id: chance.digits(9) },
    ...{ title: `Thing ${index}`, quantity: chance.between(1, 3), price: "19.90", taxable: true },
    ...{ vendor: "House", fulfillment_service: "manual", requires_shipping: true, grams: 400 },
  }));
  const subtotal = lines.reduce((sum, { quantity }) => sum + quantity * 1_990, 0);
  const off = chance.is(0.5) ? Math.round(subtotal / 10) : 0;
  const email = `${nameOf(customer)}@example.com`;
  const address = addressOf(customer);
  return {
    ...{ id, name: `#${id}`, created_at: at.toISOString(), updated_at: at.toISOString() },
    ...{ currency: "EUR", presentment_currency: "EUR", financial_status: "paid", test: false },
    total_price: ((subtotal - off) / 100).toFixed(2),
    total_discounts: (off / 100).toFixed(2),
    discount_codes: off > 0 ? [{ code: chance.pick(CODES), amount: (off / 100).toFixed(2) }] : [],
    ...(isGuest ? {} : { customer: { id: customer, email, orders_count: 1 } }),
    ...{ email, phone: address.phone, source_name: "web", gateway: "card", note: null },
    ...{ browser_ip: ipOf(customer), billing_address: address, shipping_address: address },
    line_items: lines,
  };
}

/** A word of its own for every number: nobody is like anybody else. */
function nameOf(person: number): string {
  const SYLLABLES = ["ba", "do", "fe", "gi", "lu", "ma", "ne", "po", "ra", "su", "ti", "vo", "ze"];
  let name = "";
  for (let rest = person * 7_919 + 371_293; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    name += SYLLABLES[rest % SYLLABLES.length] ?? "";
  return name;
}

function addressOf(person: number) {
  const name = nameOf(person);
  return {
    ...{ first_name: nameOf(person * 31), last_name: name, country_code: "DE", city: name },
    ...{ address1: `${nameOf(person * 17)} ${(person % 90) + 1}` },
    zip: String(10_000 + ((person * 7) % 80_000)),
    phone: `+4930${String(person).padStart(7, "0")}`,
  };
}

function ipOf(person: number): string {
  return `10.${person % 250}.${Math.floor(person / 250) % 250}.${Math.floor(person / 62_500) + 1}`;
}
