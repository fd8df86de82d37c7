import type { Home, Lines } from "./habits/habits.ts";
import type { Card, Person } from "./people.ts";
import type { Chance } from "./random.ts";

/** What is true of an order, which no shop knows: who made it, and what it was. */
export type Truth = {
  orderId: string;
  person: number;
  household: number;
  /** The way of the abuse ("naive", "medium", "hard", …), or what kind of honest people this is. */
  way: string;
  isRing: boolean;
  /** A further use by a true person of a campaign that allows one. */
  isAbuse: boolean;
};

export type Order = {
  at: number;
  body: Record<string, unknown>;
  truth: Truth;
  code: string | null;
};

/** What differs from the person's own habit. */
export type Told = {
  code?: string | null;
  way?: string;
  isRing?: boolean;
  first?: string;
  last?: string;
  email?: string;
  phone?: string | null;
  card?: Card | null;
  home?: Home;
  lines?: Lines;
  billTo?: Lines | null;
  ip?: string;
  agent?: string;
  items?: { product: number; quantity: number }[];
  landing?: string;
  referrer?: string;
  guest?: boolean;
  giftTo?: Person;
};

export const DAY = 86_400_000;
export const START = Date.UTC(2026, 2, 2);

export type Shop = ReturnType<typeof shopOf>;

/** A shop that writes down orders as Shopify would tell them by webhook. */
export function shopOf(chance: Chance, carriers: readonly string[]) {
  const products = Array.from({ length: 90 }, (_, i) => ({
    id: 880_000 + i,
    price: Math.round(600 + Math.exp(7 + chance.normal() * 0.6)),
  }));
  const orders: Order[] = [];
  const customers = new Map<string, number>();
  let advertised = chance.below(90);
  let productOfTheWeek = advertised;

  const basket = () => {
    const count = chance.weighted([
      [1, 50],
      [2, 28],
      [3, 14],
      [4, 8],
    ]);
    return Array.from({ length: count }, () => ({
      product: chance.is(0.12) ? productOfTheWeek : Math.floor(chance.next() ** 1.5 * 90),
      quantity: chance.is(0.85) ? 1 : 2,
    }));
  };

  function place(person: Person, at: number, told: Told = {}): Order {
    const { habits } = person;
    if (chance.is(0.002)) productOfTheWeek = advertised = chance.below(90);
    const first = told.first ?? person.first;
    const last = told.last ?? person.last;
    const email = told.email ?? person.email;
    const isPickUp = !told.home && !told.lines && person.pickUp !== null && chance.is(0.6);
    const home = told.home ?? (isPickUp ? person.pickUp!.home : person.home);
    const own = { ...habits.write(told.home ?? person.home, person.style, chance) };
    const pickUpLines = isPickUp
      ? {
          ...own,
          address1: person.pickUp!.line,
          address2: null,
          city: home.city,
          zip: home.postcode,
        }
      : null;
    const to = told.giftTo;
    const ship =
      told.lines ?? (to ? to.habits.write(to.home, to.style, chance) : (pickUpLines ?? own));
    const bill = told.billTo === undefined ? (to || pickUpLines ? own : ship) : told.billTo;
    const phone = told.phone === undefined ? person.phone : told.phone;
    const phoneText = phone
      ? habits.writePhone(phone, chance.is(0.85) ? person.style : chance.below(6))
      : null;
    const card = told.card === undefined ? person.card : told.card;
    const isGuest = told.guest ?? !person.signsIn;
    const key = email.toLowerCase();
    if (!customers.has(key)) customers.set(key, 7_700_000 + customers.size);
    const items = told.items ?? basket();
    const gross = items.reduce(
      (sum, { product, quantity }) => sum + products[product]!.price * quantity,
      0,
    );
    const code = told.code ?? null;
    const off = code ? Math.round(gross * (code === "WELCOME" ? 0.15 : 0.1)) : 0;
    const money = (minor: number) => (minor / 100).toFixed(2);
    const named = (f: string, l: string, lines: Lines) => ({
      first_name: f,
      last_name: l,
      name: `${f} ${l}`,
      phone: phoneText,
      ...lines,
      country_code: habits.country,
    });
    const isDeep = chance.is(0.3);
    const body = {
      id: 0,
      email: chance.is(0.03) ? email.charAt(0).toUpperCase() + email.slice(1) : email,
      phone: chance.is(0.3) ? phoneText : null,
      created_at: new Date(at).toISOString(),
      test: false,
      source_name: "web",
      currency: "EUR",
      browser_ip: told.ip ?? (chance.is(0.35) ? chance.pick(carriers) : person.line),
      client_details: {
        user_agent:
          told.agent ??
          (chance.is(0.85)
            ? person.agent
            : chance.pick([
                person.agent,
                person.agent.replace(/\d+(?=\.0)/, (n) => String(Number(n) + 1)),
              ])),
      },
      customer:
        isGuest && chance.is(0.2)
          ? null
          : { id: customers.get(key), email, state: isGuest ? "disabled" : "enabled" },
      landing_site:
        told.landing ??
        (isDeep
          ? `/products/p-${items[0]!.product}`
          : chance.pick(["/", "/", "/collections/new", `/discount/${code ?? "SPRING"}`])),
      referring_site:
        told.referrer ??
        chance.pick([
          "",
          "https://www.google.com/",
          "https://www.instagram.com/",
          "",
          "https://duckduckgo.com/",
        ]),
      payment_gateway_names: [card ? "shopify_payments" : "paypal"],
      payment_details: card
        ? { credit_card_bin: card.bin, credit_card_number: `•••• •••• •••• ${card.last4}` }
        : null,
      discount_codes: code ? [{ code, amount: money(off), type: "percentage" }] : [],
      total_discounts: money(off),
      total_price: money(gross - off),
      line_items: items.map(({ product, quantity }) => ({
        product_id: products[product]!.id,
        price: money(products[product]!.price),
        quantity,
      })),
      shipping_address: named(to?.first ?? first, to?.last ?? last, ship),
      billing_address: bill === null ? null : named(first, last, bill),
      financial_status: "paid",
    };
    const truth = {
      orderId: "",
      person: person.id,
      household: person.household,
      way: told.way ?? person.kind,
      isRing: told.isRing ?? false,
      isAbuse: false,
    };
    const order = { at, body, truth, code };
    orders.push(order);
    return order;
  }

  return {
    place,
    products: products.length,
    /** All orders in the order they were placed, numbered; a true person's first use of a code is entitled, every later one is not. */
    close(): Order[] {
      orders.sort((a, b) => a.at - b.at);
      const used = new Set<string>();
      orders.forEach((order, i) => {
        order.truth.orderId = String((order.body["id"] = 6_000_001 + i));
        if (!order.code) return;
        const key = `${order.code} ${order.truth.person}`;
        order.truth.isAbuse = used.has(key);
        used.add(key);
      });
      return orders;
    },
  };
}
