import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate } from "../checkout/allocate.ts";
import { input, line, off } from "./fixtures/input.ts";
import { scene } from "./fixtures/world.ts";
import { localInstant } from "./local-instant.ts";
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

  test("looks like Shopify's", () => {
    const { world, shop } = scene();
    const draft = input({
      applications: [off("TEA10", { tea: 298, cup: 99 }), off(undefined, { cup: 10 })],
    });
    const order = placeOrder(world, shop, { ...draft, isTest: true, gateway: "bogus" });
    expect(orderPayload(shop, order)).toMatchObject({
      admin_graphql_api_id: `gid://shopify/Order/${order.id}`,
      name: "#1001",
      order_number: 1001,
      number: 1,
      created_at: "2026-06-01T14:00:00+02:00",
      currency: "EUR",
      presentment_currency: "EUR",
      total_price: "41.23",
      total_price_set: { shop_money: { amount: "41.23", currency_code: "EUR" } },
      total_discounts: "4.07",
      subtotal_price: "35.63",
      discount_codes: [{ code: "TEA10", amount: "3.97", type: "percentage" }],
      discount_applications: [
        { type: "discount_code", code: "TEA10", value: "10.0", target_type: "line_item" },
        { type: "automatic", title: "Automatic", value_type: "percentage" },
      ],
      line_items: [
        {
          quantity: 2,
          price: "14.90",
          discount_allocations: [{ amount: "2.98", discount_application_index: 0 }],
        },
        {
          discount_allocations: [
            { amount: "0.99" },
            { amount: "0.10", discount_application_index: 1 },
          ],
        },
      ],
      email: "ada@example.com",
      contact_email: "ada@example.com",
      browser_ip: "192.0.2.7",
      client_details: { user_agent: "Test browser" },
      shipping_address: { country_code: "DE", country: "Germany", name: "Ada Byron" },
      financial_status: "paid",
      payment_gateway_names: ["bogus"],
      test: true,
      cancelled_at: null,
      refunds: [],
    });
  });

  test("a free shipping code is of the shipping line, and has its type", () => {
    const { world, shop } = scene();
    const order = placeOrder(world, shop, input({ applications: [off("SHIP", {}, 560)] }));
    expect(orderPayload(shop, order)).toMatchObject({
      discount_codes: [{ code: "SHIP", amount: "5.60", type: "shipping" }],
      discount_applications: [{ target_type: "shipping_line" }],
      shipping_lines: [
        { price: "5.60", discounted_price: "0.00", discount_allocations: [{ amount: "5.60" }] },
      ],
    });
  });

  test("speaks the shopper's currency beside the shop's", () => {
    const { world, shop } = scene();
    const order = placeOrder(world, shop, input({ presentment: { currency: "JPY", rate: 160 } }));
    expect(orderPayload(shop, order)).toMatchObject({
      currency: "EUR",
      presentment_currency: "JPY",
      total_price: "45.30",
      total_price_set: { presentment_money: { amount: "7248", currency_code: "JPY" } },
    });
  });
});

test.each([
  ["2026-01-15T12:00:00.900Z", "Europe/Berlin", "2026-01-15T13:00:00+01:00"],
  ["2026-07-15T12:00:00Z", "America/St_Johns", "2026-07-15T09:30:00-02:30"],
  ["2026-07-15T23:59:59Z", "Asia/Tokyo", "2026-07-16T08:59:59+09:00"],
  ["2026-07-15T00:00:00Z", "UTC", "2026-07-15T00:00:00+00:00"],
])("%s in %s is %s", (instant, zone, text) => {
  expect(localInstant(new Date(instant), zone)).toBe(text);
});
