import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate } from "../checkout/allocate.ts";
import { input, line, off } from "./fixtures/input.ts";
import { scene } from "./fixtures/world.ts";
import type { Order } from "./order.ts";
import { orderPayload } from "./payload.ts";
import { placeOrder } from "./place.ts";
import type { RefundBody } from "./refund-payload.ts";
import { refundOrder } from "./refund.ts";

const minor = (amount: string | number): number => Math.round(Number(amount) * 100);
const sum = (amounts: readonly (string | number)[]): number =>
  amounts.reduce<number>((total, amount) => total + minor(amount), 0);

/** Any cart with up to three codes, each taking something off what the ones before left. */
const orders = fc
  .record({
    lines: fc.array(
      fc.record({
        price: fc.integer({ min: 1, max: 90_000 }),
        quantity: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    shipping: fc.option(fc.integer({ min: 0, max: 2_000 }), { nil: undefined }),
    shares: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 3 }),
    isShippingFree: fc.boolean(),
  })
  .map(({ lines, shipping, shares, isShippingFree }) => {
    const left = lines.map(({ price, quantity }) => price * quantity);
    const applications = shares.map((share, index) => {
      const all = left.reduce((total, amount) => total + amount, 0);
      const taken = allocate(Math.round((all * share) / 100), left);
      for (const [at, amount] of taken.entries()) left[at] = (left[at] ?? 0) - amount;
      return off(`CODE${index}`, Object.fromEntries(taken.map((amount, at) => [`l${at}`, amount])));
    });
    if (isShippingFree && shipping !== undefined && shipping > 0) {
      applications.push(off("FREESHIP", {}, shipping));
    }
    return input({
      lines: lines.map(({ price, quantity }, at) => line(`l${at}`, price, quantity)),
      shippingPrice: shipping,
      applications,
    });
  });

describe("an order's body", () => {
  test("adds up, whatever is on the order", () => {
    fc.assert(
      fc.property(orders, (draft) => {
        const { world, shop } = scene();
        const body = orderPayload(shop, placeOrder(world, shop, draft));
        const carriers = [...body.line_items, ...body.shipping_lines];
        const allocations = carriers.flatMap(({ discount_allocations }) => discount_allocations);
        const lines = sum(body.line_items.map((one) => minor(one.price) * one.quantity)) / 100;
        const shipping = sum(body.shipping_lines.map(({ price }) => price));
        const discounts = sum(allocations.map(({ amount }) => amount));

        expect(minor(body.total_line_items_price)).toBe(lines);
        expect(minor(body.total_discounts)).toBe(discounts);
        expect(minor(body.total_price)).toBe(lines + shipping - discounts);
        expect(sum(body.discount_codes.map(({ amount }) => amount))).toBe(discounts);
        for (const [index, code] of body.discount_codes.entries()) {
          const own = allocations.filter((one) => one.discount_application_index === index);
          expect(sum(own.map(({ amount }) => amount))).toBe(minor(code.amount));
        }
      }),
      { numRuns: 200 },
    );
  });

  test("gives back exactly what was paid, in whatever steps", () => {
    fc.assert(
      fc.property(
        orders,
        fc.array(fc.integer({ min: 1, max: 50_000 }), { maxLength: 3 }),
        (draft, steps) => {
          const { world, shop, events } = scene();
          const order = placeOrder(world, shop, draft);
          const total = minor(orderPayload(shop, order).total_price);
          for (const amount of steps)
            refundOrder(world, shop, order.id, { kind: "amount", amount });
          refundOrder(world, shop, order.id, { kind: "full" });
          const bodies = events
            .filter(({ topic }) => topic === "refunds/create")
            .map(({ payload }) => payload as RefundBody);
          for (const body of bodies) {
            const parts =
              sum(body.refund_line_items.map(({ subtotal }) => subtotal)) -
              sum(body.order_adjustments.map(({ amount }) => amount));
            expect(sum(body.transactions.map(({ amount }) => amount))).toBe(parts);
          }
          const back = sum(bodies.flatMap((body) => body.transactions.map(({ amount }) => amount)));
          expect(back).toBe(total);
          const last = shop.orders[0] as Order;
          expect(last.financialStatus).toBe(total === 0 ? "paid" : "refunded");
        },
      ),
      { numRuns: 200 },
    );
  });
});
