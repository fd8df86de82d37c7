import type { Home } from "./habits/habits.ts";
import { DAYS, daytime } from "./honest.ts";
import { plain, type Card, type Casting, type Person } from "./people.ts";
import type { Chance } from "./random.ts";
import { DAY, START, type Shop, type Told } from "./shop.ts";

export type Level = "naive" | "medium" | "hard";
type Scene = { shop: Shop; cast: Casting; chance: Chance };
type Ring = (person: Person, scene: Scene) => void;

/** One person who uses the welcome code again and again, as well as this level can. */
export function ring(level: Level, person: Person, scene: Scene): void {
  const { chance } = scene;
  const ways: Record<Level, Ring> = {
    naive: chance.is(0.15) ? catchAll : naive,
    medium,
    hard: chance.is(0.2) ? slowRing : hard,
  };
  ways[level](person, scene);
}

/** Own name, own door, own card; only the mailbox is another spelling of the same, or the next number. */
function naive(person: Person, { shop, cast, chance }: Scene): void {
  let at = beginning(chance);
  const count = chance.between(1, 5);
  const base = person.email.includes("privaterelay")
    ? cast.mailbox(person.habits, person.first, person.last)
    : person.email;
  for (let nth = 0; nth <= count; nth++) {
    shop.place(person, at, {
      code: "WELCOME",
      way: "naive",
      isRing: true,
      email: nth === 0 ? base : respelled(base, nth, chance),
      guest: chance.is(0.6),
    });
    at += chance.wait(5 * DAY);
  }
}

function respelled(email: string, nth: number, chance: Chance): string {
  const [name = "", domain = ""] = email.split("@");
  const way = chance.below(4);
  if (domain === "gmail.com" && way === 0)
    return `${name.slice(0, 2)}.${name.slice(2)}@${chance.pick(["gmail.com", "googlemail.com"])}`;
  if (way === 1) return `${name.replace(/\d+$/, "")}${nth + chance.below(60)}@${domain}`;
  if (domain.startsWith("yahoo.") && way === 2)
    return `${name}-${chance.pick(["shop", "new", "a"])}${nth}@${domain}`;
  return `${name}+${chance.pick(["a", "promo", "x", "neu", "shop"])}${nth}@${domain}`;
}

/** A domain of one's own takes mail for any name. */
function catchAll(person: Person, { shop, chance }: Scene): void {
  let at = beginning(chance);
  const domain = `${plain(person.last)}${chance.pick(["-home", "online", "net", ""])}${chance.below(90)}${person.habits.domainEnd}`;
  for (let nth = chance.between(3, 8); nth > 0; nth--) {
    const box =
      chance.pick(["shop", "info", "mail", plain(person.first), "kontakt", "promo", "web"]) +
      chance.below(200);
    shop.place(person, at, {
      code: "WELCOME",
      way: "naive",
      isRing: true,
      email: `${box}@${domain}`,
      guest: chance.is(0.7),
    });
    at += chance.wait(5 * DAY);
  }
}

/** Bends name, address, phone; has a second card and new mailboxes; stays at home. */
function medium(person: Person, { shop, cast, chance }: Scene): void {
  const { habits } = person;
  let at = beginning(chance);
  const second = cast.card();
  const agents = [person.agent, person.agent, cast.agent()];
  const product = chance.below(shop.products);
  for (let nth = chance.between(2, 7); nth >= 0; nth--) {
    const first = chance.weighted([
      [person.first, 40],
      [petName(person, chance), 20],
      [person.first.charAt(0), 15],
      [chance.skewed(habits.firstNames), 25],
    ]);
    const last = chance.weighted([
      [person.last, 62],
      [chance.skewed(habits.lastNames), 38],
    ]);
    const told: Told = {
      code: "WELCOME",
      way: "medium",
      isRing: true,
      first,
      last,
      email: chance.is(0.2)
        ? cast.mailbox(
            habits,
            first,
            last,
            chance.pick(["yopmail.com", "trashmail.de", "mailinator.com"]),
          )
        : cast.mailbox(habits, chance.is(0.5) ? person.first : first, last),
      lines: chance.is(0.65)
        ? habits.bend(person.home, chance)
        : habits.write(person.home, chance.below(6), chance),
      phone: chance.weighted([
        [person.phone, 35],
        [null, 30],
        [habits.mobile(chance), 35],
      ]),
      card: chance.weighted([
        [person.card, 50],
        [second, 25],
        [null, 25],
      ]),
      agent: chance.pick(agents),
      guest: chance.is(0.75),
      ...(chance.is(0.35) ? { items: [{ product, quantity: chance.between(1, 2) }] } : {}),
    };
    shop.place(person, at, told);
    at += chance.wait(3.5 * DAY);
  }
}

function petName(person: Person, chance: Chance): string {
  const pets = person.habits.petNames.filter((pair) => pair.startsWith(`${person.first}:`));
  return pets.length > 0 ? chance.pick(pets).split(":")[1]! : person.first;
}

type Drop = { home: Home; line: string | null };

/** Where parcels can be had without living there: a neighbour, a locker, a letterbox in a block, a forwarder. */
function drops(person: Person, count: number, chance: Chance): Drop[] {
  const { habits } = person;
  const own: Drop[] = chance.is(0.6) ? [{ home: person.home, line: null }] : [];
  const others = Array.from({ length: count }, (): Drop => {
    if (chance.is(0.3)) return habits.pickUp(chance, chance.below(10_000));
    const home = habits.home(chance, chance.below(10_000));
    return {
      home: chance.is(0.5) ? { ...home, door: String(chance.between(1, 24)) } : home,
      line: null,
    };
  });
  return [...own, ...others];
}

/** One made-up customer: nothing of it is the operator's but where the parcel goes, what is in it and how it is paid. */
function madeUp(person: Person, to: Drop, kit: Kit, { cast, chance, shop }: Scene): Told {
  const { habits } = person;
  const first = chance.skewed(habits.firstNames);
  const last = chance.skewed(habits.lastNames);
  const lines = chance.is(0.5)
    ? habits.bend(to.home, chance)
    : habits.write(to.home, chance.below(6), chance);
  const wanted = {
    product: chance.pick(kit.products),
    quantity: chance.weighted([
      [1, 70],
      [2, 20],
      [3, 10],
    ]),
  };
  const filler = { product: chance.below(shop.products), quantity: 1 };
  const usual = chance.is(0.7);
  return {
    code: "WELCOME",
    way: "hard",
    isRing: true,
    first,
    last,
    email: cast.mailbox(habits, first, last, chance.is(0.6) ? kit.provider : undefined),
    lines: to.line ? { ...lines, address1: to.line, address2: null } : lines,
    ...(chance.is(0.35)
      ? { billTo: habits.write(habits.home(chance, chance.below(10_000)), chance.below(6), chance) }
      : {}),
    phone: chance.is(0.55) ? null : habits.mobile(chance),
    card: chance.is(0.6)
      ? { bin: kit.bin, last4: chance.digits(4) }
      : chance.is(0.5)
        ? cast.card()
        : null,
    ip: chance.is(0.4)
      ? chance.pick(cast.tunnels)
      : chance.is(0.4)
        ? chance.pick(cast.carriers)
        : cast.line(),
    agent: chance.is(0.7) ? chance.pick(kit.agents) : cast.agent(),
    guest: chance.is(0.85),
    ...(usual ? { items: chance.is(0.65) ? [wanted] : [wanted, filler] } : {}),
    ...(chance.is(0.5) ? { landing: kit.landing, referrer: "" } : {}),
  };
}

type Kit = { products: number[]; bin: string; agents: string[]; provider: string; landing: string };

function kitOf(person: Person, { cast, chance, shop }: Scene): Kit {
  const product = chance.below(shop.products);
  return {
    products: chance.is(0.7) ? [product] : [product, chance.below(shop.products)],
    bin: chance.is(0.7) ? chance.pick(cast.virtualBins) : chance.pick(cast.bins),
    agents: [person.agent, cast.agent()],
    provider: chance.weighted(person.habits.providers),
    landing: chance.is(0.5) ? `/products/p-${product}` : "/discount/WELCOME",
  };
}

function hard(person: Person, scene: Scene): void {
  const { shop, chance } = scene;
  const count = chance.between(4, 18);
  const places = drops(person, Math.ceil(count / 5), chance);
  const kit = kitOf(person, scene);
  let at = beginning(chance);
  for (let nth = count; nth > 0; nth--) {
    shop.place(person, at, madeUp(person, chance.pick(places), kit, scene));
    at += chance.wait(1.2 * DAY);
  }
}

/** Once in a week or two, for months, so that no window ever holds two. */
function slowRing(person: Person, scene: Scene): void {
  const { shop, chance } = scene;
  const places = drops(person, 1, chance);
  const kit = kitOf(person, scene);
  let at = START + chance.below(20) * DAY + daytime(chance);
  while (at < START + DAYS * DAY) {
    shop.place(person, at, madeUp(person, chance.pick(places), kit, scene));
    at += chance.wait(10 * DAY);
  }
}

/** A family in several houses that resells: real people, each entitled once, then names of cousins who do not exist. */
export function resellerFamily(members: readonly Person[], scene: Scene): void {
  const { shop, chance } = scene;
  const kit = kitOf(members[0]!, scene);
  let at = beginning(chance);
  for (const member of members) {
    shop.place(member, at, {
      code: "WELCOME",
      way: "resellers",
      isRing: true,
      items: [{ product: kit.products[0]!, quantity: chance.between(1, 4) }],
    });
    at += chance.wait(2 * DAY);
  }
  for (let nth = chance.between(6, 20); nth > 0; nth--) {
    const operator = chance.pick(members);
    const to: Drop = { home: chance.pick(members).home, line: null };
    const told = madeUp(operator, to, kit, scene);
    const items = [{ product: kit.products[0]!, quantity: chance.between(1, 4) }];
    shop.place(operator, at, {
      ...told,
      way: "resellers",
      ...(chance.is(0.5) ? { last: operator.last } : {}),
      ...(chance.is(0.8) ? { items } : {}),
    });
    at += chance.wait(1.5 * DAY);
  }
}

/** Stolen cards are tried one after the other with the cheapest thing there is. No code: other signals should see it. */
export function cardTesting({ shop, cast, chance }: Scene, person: Person): void {
  let at = beginning(chance);
  const ip = chance.pick(cast.tunnels);
  const product = chance.below(shop.products);
  for (let nth = chance.between(40, 90); nth > 0; nth--) {
    const card: Card = { bin: "5" + chance.digits(5), last4: chance.digits(4) };
    const [first, last] = [
      chance.skewed(person.habits.firstNames),
      chance.skewed(person.habits.lastNames),
    ];
    shop.place(person, at, {
      way: "card testing",
      first,
      last,
      email: cast.mailbox(person.habits, first, last),
      card,
      ip,
      home: person.habits.home(chance, chance.below(10_000)),
      items: [{ product, quantity: 1 }],
      guest: true,
      phone: null,
    });
    at += chance.wait(120_000);
  }
}

const beginning = (chance: Chance) => START + chance.below(DAYS - 25) * DAY + daytime(chance);
