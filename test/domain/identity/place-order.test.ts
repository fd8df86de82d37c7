import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { AT, KEY } from "#app/domain/identity/encode/encoded-order.ts";
import { memoryIndex } from "#app/domain/identity/index/memory-index.ts";
import { candidateLists, placeOrder } from "#app/domain/identity/place-order.ts";
import { makeWorld, ONCE_CODES } from "#test/worlds/world.ts";
import { orderBody } from "#app/domain/identity/order-body.schema.ts";
import { readOrderRecord } from "#app/domain/identity/read-order-record.ts";
import type { OrderRecord } from "#app/domain/identity/order-record.ts";
import { encode, encoded, shopper } from "./fixtures.ts";

/** A small shop's orders with what is true of them. */
function smallWorld(seed: number, level: "naive" | "hard") {
  const once = new Set(ONCE_CODES);
  return makeWorld({ seed, level, people: 900 }).map(({ body, truth }) => {
    const record = readOrderRecord(orderBody.parse(body))!;
    const campaign = record.codes.find(({ key }) => once.has(key))?.key ?? null;
    return { order: encode(record, campaign), truth };
  });
}

function place(world: ReturnType<typeof smallWorld>) {
  const index = memoryIndex();
  return world.map(({ order, truth }) => {
    const placement = placeOrder(order, index);
    index.add(order, placement);
    return { order, truth, placement };
  });
}

const othersPlaced = place(smallWorld(5, "naive"));

/** A shop that has seen other people, so that shares mean something. */
function busyIndex() {
  const index = memoryIndex();
  for (const { order, placement } of othersPlaced) index.add(order, placement);
  return index;
}

const day = (n: number) => new Date(Date.UTC(2026, 7, 1) + n * 86_400_000).toISOString();
const paul = shopper({
  first: "Paul",
  last: "Whitworth",
  line1: "12 Quarry Lane",
  postcode: "LS9 9ZZ",
});

function bitsAfter(first: Partial<OrderRecord>, second: Partial<OrderRecord>): number {
  const index = busyIndex();
  const one = encoded({ id: "one", placedAt: day(0), ...first });
  index.add(one, placeOrder(one, index));
  return placeOrder(encoded({ id: "two", placedAt: day(3), ...second }), index).bits ?? -99;
}

describe("a shop of which nothing is known yet", () => {
  const names = ["Amir Sahin", "Beth Cole", "Carl Dunn", "Dora Ellis", "Emil Frey", "Greta Holm"];
  const strangers = names.map((name, nth) => {
    const [first = "", last = ""] = name.split(" ");
    return {
      ...{
        id: `8${nth}`,
        placedAt: day(nth / 12),
        ip: `198.51.${nth}.7`,
        landing: "/products/tea",
      },
      ...{ userAgent: `agent ${nth % 3}`, cardBin: `41111${nth % 3}` },
      email: `${last}.${first}@example.com`,
      basket: [{ productId: "tea", quantity: 1, totalMinor: 1_000 }],
      ...shopper({ first, last, line1: `${nth + 2} ${last} Road`, postcode: `LS${nth + 1} 4QT` }),
    };
  });

  it("does not take its first customers for a ring, though all buy its one product", () => {
    const index = memoryIndex();
    for (const stranger of strangers) {
      const order = encoded(stranger);
      const placement = placeOrder(order, index);
      expect(placement.bits ?? -99).toBeLessThan(2);
      index.add(order, placement);
    }
  });
});

describe("placing an order", () => {
  it("knows the shopper by nothing but the mailbox", () => {
    expect(
      bitsAfter({ email: "p.whit@gmail.com" }, { email: "pwhit+new@googlemail.com" }),
    ).toBeGreaterThan(2);
    expect(bitsAfter({ email: "p.whit@gmail.com" }, { email: "someone@gmail.com" })).toBeLessThan(
      0,
    );
  });

  it("knows who hides behind made-up names by one mailbox with a tag for each", () => {
    const made = (first: string, last: string, email: string, line1: string) => ({
      ...shopper({ first, last, line1, postcode: "LS9 9ZZ" }),
      email,
    });
    const one = made("Quentin", "Varley", "paul+1@own.example", "7 Foss Bank");
    const two = made("Rupert", "Oakes", "paul+2@own.example", "31 Tannery Row");
    const other = { ...two, email: "rupert@own.example" };
    expect(bitsAfter(one, two)).toBeGreaterThan(2);
    expect(bitsAfter(one, other)).toBeLessThan(0);
  });

  it("takes other dots for less than the same spelling when a namesake lives elsewhere", () => {
    const here = {
      email: "jamessmith@gmail.com",
      phone: "07700900123",
      ...shopper({ first: "James", last: "Smith", line1: "12 Quarry Lane", postcode: "LS9 9ZZ" }),
    };
    const there = shopper({
      first: "James",
      last: "Smith",
      line1: "3 Elm Road",
      postcode: "BS1 4QT",
    });
    const dots = bitsAfter(here, {
      email: "james.smith@gmail.com",
      phone: "07700900555",
      ...there,
    });
    const tag = bitsAfter(here, {
      email: "jamessmith+x@gmail.com",
      phone: "07700900555",
      ...there,
    });
    expect(tag).toBeGreaterThan(2);
    expect(dots).toBeLessThan(tag - 3);
  });

  it("knows the shopper under a new mailbox and a pet name, by card and home", () => {
    const again = shopper({
      first: "P",
      last: "Whitworth",
      line1: "Flat 1, 12 Quarry Ln",
      postcode: "ls99zz",
    });
    const card = { cardBin: "412345", cardLast4: "1111" };
    expect(
      bitsAfter(
        { email: "a1@gmail.com", ...paul, ...card },
        { email: "zz@web.de", ...again, ...card },
      ),
    ).toBeGreaterThan(2);
  });

  it("does not take a wife, a flatmate or a namesake elsewhere for the shopper", () => {
    const home = { line1: "12 Quarry Lane", postcode: "LS9 9ZZ" };
    const first = { email: "paul@gmail.com", phone: "07700900123", ...paul };
    const wife = {
      email: "mia@gmail.com",
      phone: "07700900999",
      ...shopper({ first: "Mia", last: "Whitworth", ...home }),
    };
    const flatmate = {
      email: "zoe@gmail.com",
      phone: "07700900777",
      ...shopper({ first: "Zoe", last: "Adeyemi", ...home }),
    };
    const namesake = {
      email: "pw@sky.com",
      phone: "07700900555",
      ...shopper({ first: "Paul", last: "Whitworth", line1: "3 Elm Road", postcode: "BS1 4QT" }),
    };
    for (const other of [wife, flatmate, namesake]) expect(bitsAfter(first, other)).toBeLessThan(2);
  });

  it("takes who types home and phone in another way rather for a namesake of the house", () => {
    const home = (line1: string, phone: string, email: string) => ({
      ...shopper({ first: "Paul", last: "Whitworth", line1, postcode: "LS9 9ZZ" }),
      ...{ phone, email },
    });
    const sameAfter = (line1: string, phone: string, forget = false) => {
      const index = busyIndex();
      const one = { ...home("12 Quarry Road", "07700 900123", "a1@gmail.com"), placedAt: day(0) };
      const first = encoded(one);
      if (forget) first.words[AT.typed] = 0;
      index.add(first, placeOrder(first, index));
      const second = encoded({ ...home(line1, phone, "b2@gmail.com"), placedAt: day(3) });
      return placeOrder(second, index).same ?? -99;
    };
    const alike = sameAfter("12  quarry road", "07700 900123");
    expect(sameAfter("12 Quarry Rd.", "07700 900123")).toBeLessThan(alike - 0.5);
    expect(sameAfter("12 Quarry Road", "+44 7700900123")).toBeLessThan(alike - 0.5);
    expect(sameAfter("12 Quarry Rd.", "+44 7700900123")).toBeLessThan(alike - 1.5);
    // Of an order from before it was kept nobody knows.
    const unknown = sameAfter("12 Quarry Rd.", "+44 7700900123", true);
    expect(Math.abs(unknown - alike)).toBeLessThan(0.3);
  });

  it("holds a mailbox that is called by the given name of an earlier order against a new name", () => {
    const at = (first: string, last: string, email: string) => ({
      ...shopper({ first, last, line1: "12 Quarry Road", postcode: "LS9 9ZZ" }),
      email,
    });
    const one = at("Rebecca", "Wheaton", "sunnyfox1@gmail.com");
    const bitsOf = (email: string) => bitsAfter(one, at("Chloe", "Ilmari", email));
    expect(bitsOf("rebecca.ilmari@gmail.com")).toBeGreaterThan(
      bitsOf("chloe.ilmari@gmail.com") + 1,
    );
  });

  it("takes a name that is one for no slip of another: brother and sister", () => {
    const named = (first: string, rest: Partial<OrderRecord>) => ({
      ...shopper({ first, last: "Whitworth", line1: "12 Quarry Road", postcode: "LS9 9ZZ" }),
      ...{ ip: "203.0.113.40", ...rest },
    });
    const bitsOf = (first: string) =>
      bitsAfter(
        named("Johannes", { email: "a1@gmail.com" }),
        named(first, { email: "b2@gmail.com" }),
      );
    expect(bitsOf("Johanna")).toBeLessThan(0);
    expect(bitsOf("Johannah")).toBeGreaterThan(bitsOf("Johanna") + 1);
  });

  it("is no less sure of one card the more names it goes under, but of a company's that customers have", () => {
    const names = [
      "Amir Sahin",
      "Beth Cole",
      "Dora Ellis",
      "Emil Frey",
      "Greta Holm",
      "Otto Pryce",
    ];
    const order = (name: string, id: string, at: number, campaign: string | null = "WELCOME") => {
      const [first = "", last = ""] = name.split(" ");
      const home = shopper({
        first,
        last,
        line1: `${last.length} ${last} Road`,
        postcode: `LS${id} 4Q`,
      });
      const card = { cardBin: "411198", cardLast4: "3456", email: `${last}${id}@gmail.com` };
      return encoded({ id, placedAt: day(at), ...home, ...card }, campaign);
    };
    fc.assert(
      fc.property(
        fc.shuffledSubarray(names, { minLength: 3 }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (who, gap) => {
          const index = busyIndex();
          const sure = who.map((name, nth) => {
            const next = order(name, `6${nth}`, nth * gap);
            const placed = placeOrder(next, index);
            index.add(next, placed);
            return placed.same ?? -99;
          });
          sure.slice(2).forEach((same, nth) => expect(same).toBeGreaterThan(sure[nth + 1]! - 0.1));
        },
      ),
      { numRuns: 8 },
    );
    const sameAmong = (customers: number) => {
      const index = busyIndex();
      for (let nth = 0; nth < customers; nth++)
        for (const at of [0, 9]) {
          const bought = order(names[nth]!, `5${nth}${at}`, at, null);
          index.add(bought, { ...placeOrder(bought, index), cluster: `5${nth}0`, absorbed: [] });
        }
      const [used, next] = [order("Quinn Rudd", "61", 10), order("Mona Nash", "62", 12)];
      index.add(used, { ...placeOrder(used, index), cluster: "61", absorbed: [] });
      return placeOrder(next, index).same ?? -99;
    };
    expect(sameAmong(6)).toBeLessThan(sameAmong(0) - 1);
  });

  it("takes Sr and Jr of one name at one address for father and son", () => {
    const named = (last: string, rest: Partial<OrderRecord>) => ({
      ...shopper({ first: "Paul", last, line1: "12 Quarry Lane", postcode: "LS9 9ZZ" }),
      ...{ ip: "203.0.113.40", cardBin: "411122", cardLast4: "3456", ...rest },
    });
    const placed = (one: string, other: string) => {
      const index = busyIndex();
      const first = encoded({ ...named(one, { email: "old@gmail.com" }), placedAt: day(0) });
      index.add(first, placeOrder(first, index));
      const second = encoded({ ...named(other, { email: "new@gmail.com" }), placedAt: day(3) });
      return placeOrder(second, index);
    };
    const unsaid = placed("Whitworth", "Whitworth");
    expect(unsaid.bits).toBeGreaterThan(2);
    for (const [one, other] of [
      ["Whitworth Sr.", "Whitworth Jr."],
      ["Whitworth II", "Whitworth III"],
    ] as const) {
      const { bits, same, relatives } = placed(one, other);
      expect(same).toBeLessThan(-0.5);
      expect(bits).toBeLessThan(0);
      expect(relatives).toHaveLength(1);
    }
    // Who leaves it out may be either: so may whoever ordered before it was read.
    expect(placed("Whitworth", "Whitworth Jr.").bits).toBe(unsaid.bits);
    expect(placed("Whitworth Jr.", "Whitworth Jr.").bits).toBe(unsaid.bits);
  });

  it("knows who hides at home: the address written anew, an initial, a new mailbox, phone and browser alike", () => {
    const home = { ...paul, userAgent: "a browser hardly anyone has" };
    const first = { email: "paul.whitworth@gmail.com", phone: "07700900123", ...home };
    const bent = shopper({
      first: "P",
      last: "Whitworth",
      line1: "12 Quary Lane",
      line2: "Flat 9",
      postcode: "LS9 9ZZ",
    });
    const second = { email: "q81@web.de", phone: "07700900999", ...home, ...bent };
    const brother = shopper({
      first: "Peter",
      last: "Whitworth",
      line1: "12 Quarry Lane",
      postcode: "LS9 9ZZ",
    });
    expect(bitsAfter(first, second)).toBeGreaterThan(2);
    expect(bitsAfter(first, { ...second, userAgent: "another", ...brother })).toBeLessThan(0);
  });

  it("tells a locker's other customers from the ring that has its parcels brought there", () => {
    const index = busyIndex();
    const at = (first: string, last: string) =>
      shopper({ first, last, line1: "Locker 4, 80 Mill Road", postcode: "LS5 5QQ" });
    const customer = (nth: number, first: string, last: string, campaign: string | null) => {
      const order = encoded(
        { id: `7${nth}`, placedAt: day(nth), email: `${last}@example.com`, ...at(first, last) },
        campaign,
      );
      const placement = placeOrder(order, index);
      index.add(order, placement);
      return placement;
    };
    const names = ["Abel", "Bloom", "Crane", "Drake", "Egan", "Frost", "Gale", "Hyde", "Irwin"];
    names.forEach((name, nth) => customer(nth, `J${name}`, name, null));
    names
      .slice(0, 4)
      .forEach((name, nth) => customer(20 + nth, `O${name}`, `Mc${name}`, "WELCOME"));
    expect(customer(26, "Iris", "Jessop", "WELCOME").bits ?? -99).toBeLessThan(0);
  });

  it("keeps apart who was put apart, and their later orders, too", () => {
    const index = busyIndex();
    const card = { cardBin: "412345", cardLast4: "1111" };
    const father = encoded({
      id: "f",
      placedAt: day(0),
      email: "father@gmail.com",
      ...paul,
      ...card,
    });
    const son = encoded({ id: "s", placedAt: day(1), email: "son@gmail.com", ...paul, ...card });
    const sonAgain = encoded({
      id: "t",
      placedAt: day(2),
      email: "son@gmail.com",
      ...paul,
      ...card,
    });
    index.add(father, placeOrder(father, index));
    expect(placeOrder(son, index).cluster).toBe("f");
    index.setPeople({
      ...{ apart: [[father.keys[KEY.email]!, son.keys[KEY.email]!]], together: [] },
    });
    const placed = placeOrder(son, index);
    expect(placed.cluster).toBe("s");
    index.add(son, placed);
    expect(placeOrder(sonAgain, index).cluster).toBe("s");
  });

  it("is the same when the orders are played again", () => {
    const world = smallWorld(11, "hard").slice(0, 1_200);
    const once = place(world).map(({ placement }) => [placement.cluster, placement.bits]);
    expect(place(world).map(({ placement }) => [placement.cluster, placement.bits])).toEqual(once);
  });

  it("finds who comes again and leaves a dormitory in its first week alone", () => {
    const placed = place(smallWorld(12, "naive"));
    const again = placed.filter(({ truth, order }) => truth.isAbuse && order.campaign !== null);
    const found = again.filter(({ placement }) => (placement.bits ?? -99) > 2);
    expect(found.length / again.length).toBeGreaterThan(0.9);
    const students = placed.filter(
      ({ truth, order }) => truth.way === "dormitory" && order.campaign !== null && !truth.isAbuse,
    );
    const wronged = students.filter(({ placement }) => (placement.bits ?? -99) > 2);
    expect(students.length).toBeGreaterThan(100);
    expect(wronged.length / students.length).toBeLessThan(0.03);
  });
});

describe("whom an order is compared with", () => {
  const alike: [string, (nth: number) => Partial<OrderRecord>][] = [
    ["a line", () => ({ ip: "81.2.69.160" })],
    [
      "a full name",
      (nth) =>
        shopper({ first: "Maria", last: "Garcia", line1: `${nth} Far Road`, postcode: `AB${nth}` }),
    ],
    ["a mailbox's letters", (nth) => ({ email: `quietharbour${nth}@gmail.com` })],
  ];

  it.each(alike)(
    "%s finds whoever has it, until more people had it than are looked at",
    (_, of) => {
      const found = (people: number) => {
        const index = memoryIndex();
        for (let nth = 1; nth <= people; nth++) {
          const order = encoded({ id: String(nth), ...of(nth) }, null);
          index.add(order, { cluster: order.id, absorbed: [], isRing: false });
        }
        return candidateLists(encoded(of(0), null), index).flat().length;
      };
      expect(found(40)).toBe(40);
      expect(found(41)).toBe(0);
    },
  );
});
