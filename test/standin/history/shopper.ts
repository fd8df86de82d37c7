import type { CheckoutShop, Person } from "../checkout/shop.ts";
import type { Client } from "../checkout/order-draft.ts";
import { ascii, FIRST_NAMES, LAST_NAMES, MAIL_DOMAINS } from "../seed/people.ts";
import { homeIn, otherwiseWritten, phoneIn, type Home } from "./places.ts";
import type { Chance } from "./random.ts";

/** Somebody who orders, always from the same home, phone and device. */
export type Shopper = Person & {
  readonly firstName: string;
  readonly lastName: string;
  readonly home: Home;
  readonly phone: string | undefined;
  readonly client: Client;
  /** One of several accounts of somebody who is after the code. */
  readonly isAfterCode: boolean;
};

/** Shares of orders by customers the shop knows, and by people with several accounts; the rest are guests. */
const KNOWN = 0.15;
const AFTER_CODE = 0.025;
/** Guests for each order; orders for each person with several accounts. */
const GUESTS = 0.45;
const ORDERS_A_RING = 220;
/** Every so many guests, one lives with the guest before. */
const LIVES_WITH = 12;

const DEVICES = [
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 Version/26.0 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.6 Safari/605.1.15",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36",
];

/** Whoever places the next of so many orders. Some order far more often than others. */
export function shoppersOf(shop: CheckoutShop, dice: Chance, orders: number): () => Shopper {
  const known = shop
    .customers()
    .flatMap(({ id, email, firstName = "", lastName = "", address }) => {
      if (email === undefined) return [];
      const place = placeIn(shop, dice);
      const person = { customerId: id, email, firstName, lastName, isAfterCode: false };
      return [{ ...place, ...person, home: address ? homeOf(address) : place.home }];
    });
  const guests: Shopper[] = [];
  for (let number = 1; number <= Math.max(3, Math.ceil(orders * GUESTS)); number += 1)
    guests.push(guestIn(shop, dice, number, number % LIVES_WITH === 0 ? guests.at(-1) : undefined));
  const rings = Array.from({ length: Math.ceil(orders / ORDERS_A_RING) }, (_, number) =>
    accountsOf(guestIn(shop, dice, orders + number), dice),
  );
  const some = (from: readonly Shopper[]) =>
    from[Math.floor(from.length * dice.next() ** 1.5)] ?? from[0]!;
  return () => {
    const luck = dice.next();
    if (luck < AFTER_CODE) {
      const accounts = dice.pick(rings);
      const next = accounts.shift();
      if (next) return next;
    }
    return known.length > 0 && luck < AFTER_CODE + KNOWN ? some(known) : some(guests);
  };
}

function homeOf({ address1, zip, city }: Home): Home {
  return { address1, zip, city };
}

function placeIn({ country }: CheckoutShop, dice: Chance) {
  return {
    home: homeIn(country, dice),
    phone: dice.next() < 0.45 ? phoneIn(country, dice) : undefined,
    client: { ip: addressOf(dice), userAgent: dice.pick(DEVICES) },
  };
}

/** Of the networks that RFC 2544 and RFC 3849 keep for tests and examples. */
function addressOf(dice: Chance): string {
  const group = () => dice.below(0x10000).toString(16);
  return dice.next() < 0.5
    ? `198.${18 + dice.below(2)}.${dice.below(256)}.${1 + dice.below(254)}`
    : `2001:db8:${group()}:${group()}::1`;
}

function guestIn(shop: CheckoutShop, dice: Chance, number: number, housemate?: Shopper): Shopper {
  const [firstName, lastName] = [
    dice.pick(FIRST_NAMES),
    housemate?.lastName ?? dice.pick(LAST_NAMES),
  ];
  const email = `${ascii(firstName)}.${ascii(lastName)}${number}@${dice.pick(MAIL_DOMAINS)}`;
  const place = placeIn(shop, dice);
  const shared = housemate && {
    home: housemate.home,
    client: { ...place.client, ip: housemate.client.ip },
  };
  return {
    ...place,
    ...shared,
    customerId: undefined,
    email,
    firstName,
    lastName,
    isAfterCode: false,
  };
}

/** The same person under mailboxes of their own making, from the same sofa. */
function accountsOf(person: Shopper, dice: Chance): Shopper[] {
  const [first, last] = [ascii(person.firstName), ascii(person.lastName)];
  const mailboxes = [
    `${first}.${last}`,
    `${first[0]}${last}`,
    `${last}.${first}`,
    `${last}${first[0]}`,
  ];
  const home = { ...person.home, address1: otherwiseWritten(person.home.address1) };
  return mailboxes.slice(0, 3 + dice.below(2)).map((mailbox, place) => ({
    ...person,
    email: `${mailbox}${10 + dice.below(90)}@${dice.pick(MAIL_DOMAINS)}`,
    firstName: place === 2 ? `${person.firstName.slice(0, 1)}.` : person.firstName,
    home: place % 2 === 0 ? person.home : home,
    phone: place === 0 || dice.next() < 0.5 ? person.phone : undefined,
    isAfterCode: true,
  }));
}
