import { describe, expect, it } from "vitest";

import { bloomUnder, diceAt } from "#app/domain/identity/encode/bloom.ts";
import { AT, KEY } from "#app/domain/identity/encode/encoded-order.ts";
import { encoderUnder } from "#app/domain/identity/encode/encode-order.ts";
import { orderBody } from "#app/domain/identity/order-body.schema.ts";
import { readOrderRecord } from "#app/domain/identity/read-order-record.ts";
import { encode, macUnder, recordOf, shopper } from "./fixtures.ts";

const likeness = (a: string, b: string) => {
  const bloom = bloomUnder(macUnder(3));
  return diceAt(bloom(a), bloom(b), 0, 0);
};

describe("an encoding", () => {
  it("keeps a slip of the finger near and another name far", () => {
    expect(likeness("kowalski", "kowalski")).toBe(1);
    expect(likeness("kowalski", "kowaslki")).toBeGreaterThan(0.6);
    expect(likeness("kowalski", "hernandez")).toBeLessThan(0.35);
    expect(likeness("", "")).toBe(0);
  });

  it("says nothing without the key: another shop's encodings have nothing in common", () => {
    const order = recordOf({
      id: "1",
      email: "ann@web.de",
      ...shopper({ first: "Ann", last: "Lee", line1: "1 High St", postcode: "E1 1AA" }),
    });
    const here = encode(order, "C");
    const there = encoderUnder(macUnder(8)).encode(order, "C");
    const shared = [...here.keys].filter((key) => key !== 0 && there.keys.includes(key));
    expect(shared).toEqual([]);
    expect(JSON.stringify([...here.words, ...here.keys])).not.toContain("ann");
  });

  it("is made from an e-mail address alone", () => {
    const body = orderBody.parse({
      id: 5,
      created_at: "2026-03-02T11:00:00+01:00",
      email: "ann@web.de",
      customer: null,
      line_items: null,
      shipping_address: "?",
    });
    const order = readOrderRecord(body);
    expect(order).toMatchObject({
      id: "5",
      placedAt: "2026-03-02T10:00:00.000Z",
      shipping: null,
      basket: [],
    });
    const { words, keys } = encode(order!, null);
    expect(words[AT.email]).not.toBe(0);
    expect(keys[KEY.house]).toBe(0);
    expect(keys[KEY.campaign]).toBe(0);
  });

  it("takes a missing card for no card", () => {
    const { words } = encode(recordOf({ cardBin: null, cardLast4: "1234" }), null);
    expect(words[AT.card]).toBe(0);
  });
});
