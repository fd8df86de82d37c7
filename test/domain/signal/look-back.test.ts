import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  asUseOf,
  AT,
  beyondBits,
  FLAG,
  withBeyond,
} from "#app/domain/identity/encode/encoded-order.ts";
import { memoryIndex } from "#app/domain/identity/index/memory-index.ts";
import { lookBack } from "#app/domain/signal/look-back.ts";
import { NO_CONTEXT, scoreOrder } from "#app/domain/signal/score-order.ts";
import { makeWorld } from "#test/worlds/world.ts";
import { orderBody } from "#app/domain/identity/order-body.schema.ts";
import { readOrderRecord } from "#app/domain/identity/read-order-record.ts";
import { encode, encoded, recordOf } from "../identity/fixtures.ts";

describe("what was made of a use", () => {
  it("is kept with the order to an eighth of a bit, beside its flags, and may be put anew", () => {
    const order = encoded(recordOf({ email: "x@mailinator.com" }));
    const bits = fc.option(fc.double({ min: -29, max: 90, noNaN: true }));
    fc.assert(
      fc.property(bits, bits, (first, second) => {
        const kept = withBeyond(withBeyond(order, first), second);
        if (second === null) expect(beyondBits(kept)).toBeNull();
        else expect(Math.abs(beyondBits(kept)! - second)).toBeLessThanOrEqual(1 / 16);
        expect(kept.words[AT.flags]! & (2 * FLAG.knownName - 1)).toBe(order.words[AT.flags]);
        expect(kept.words.subarray(1)).toEqual(order.words.subarray(1));
      }),
    );
    expect(beyondBits(withBeyond(order, -99))).toBe(-29.875);
    expect(beyondBits(order)).toBeNull();
  });
});

it("of an order's further use nothing is known by what was made of its own", () => {
  const order = withBeyond(encode(recordOf(), "A", ["B"]), 1);
  expect(beyondBits(asUseOf(order, "A")!)).toBe(1);
  expect(beyondBits(asUseOf(order, "B")!)).toBeNull();
});

describe("a small world's rings, looked back at", () => {
  const seen = [5, 9, 33, 38].flatMap((seed) => hindsightIn(seed));

  it("show more of their earlier uses, and hardly ever one that was allowed", () => {
    const flagged = seen.filter(({ bits }) => bits >= 2);
    const found = new Map(flagged.map((each) => [each.id, each.isAbuse]));
    expect(found.size).toBeGreaterThan(10);
    expect([...found.values()].filter((isAbuse) => isAbuse).length).toBeGreaterThan(
      0.8 * found.size,
    );
  });

  it("never seem less sure than they did, and point at what shows it", () => {
    expect(seen.length).toBeGreaterThan(20);
    for (const { own, bits, others, id } of seen) {
      expect(bits).toBeGreaterThan(own);
      expect(others.length).toBeGreaterThan(0);
      expect(others).not.toContain(id);
    }
  });
});

/** What is seen so of a world's first orders, with what is true. */
function hindsightIn(seed: number) {
  const index = memoryIndex();
  const limit = { perCustomer: 1, perHousehold: null, newCustomersOnly: false };
  const known = new Map<string, { own: number; isAbuse: boolean }>();
  const world = makeWorld({ seed, level: "mixed", people: 150 }).slice(0, 420);
  return world.flatMap(({ body, code, truth }) => {
    const order = readOrderRecord(orderBody.parse(body))!;
    const plain = encode(order, code === "WELCOME" ? code : null);
    const context = { ...NO_CONTEXT, limit: plain.campaign === null ? null : limit };
    const { placement, signals } = scoreOrder(order, plain, index, context);
    const own = signals.find(({ kind }) => kind === "over_limit")?.bits ?? null;
    if (own !== null) known.set(order.id, { own, isAbuse: truth.isAbuse });
    const use = withBeyond(plain, own);
    index.add(use, placement);
    return lookBack(use, placement, index, 1).map(({ orderId, hit }) => ({
      ...{ id: orderId, ...known.get(orderId)!, bits: hit.bits },
      others: hit.evidence.orders.map((each) => each.orderId),
    }));
  });
}
