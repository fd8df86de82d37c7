import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { AT } from "#app/domain/identity/encode/encoded-order.ts";
import type { OrderRecord } from "#app/domain/identity/order-record.ts";
import { placeOrder } from "#app/domain/identity/place-order.ts";
import { bitsAfter, busyIndex, day } from "./busy-shop.ts";
import { encoded, shopper } from "./fixtures.ts";

describe("telling apart who lives together", () => {
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
});
