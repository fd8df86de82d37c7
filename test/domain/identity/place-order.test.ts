import { describe, expect, it } from "vitest";

import { KEY } from "#app/domain/identity/encode/encoded-order.ts";
import { memoryIndex } from "#app/domain/identity/index/memory-index.ts";
import type { OrderRecord } from "#app/domain/identity/order-record.ts";
import { candidateLists, placeOrder } from "#app/domain/identity/place-order.ts";
import { bitsAfter, busyIndex, day, place, smallWorld } from "./busy-shop.ts";
import { encoded, shopper } from "./fixtures.ts";

const paul = shopper({
  first: "Paul",
  last: "Whitworth",
  line1: "12 Quarry Lane",
  postcode: "LS9 9ZZ",
});

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
