import { describe, expect, test } from "vitest";
import {
  ADDRESS_FIELDS,
  CUSTOMER_FIELDS,
  LINE_FIELDS,
  ORDER_FIELDS,
  REFUND_FIELDS,
  REFUND_LINE_FIELDS,
  SHIPPING_LINE_FIELDS,
  TRANSACTION_FIELDS,
} from "./fixtures/documented-fields.ts";
import { input, off } from "./fixtures/input.ts";
import { scene } from "./fixtures/world.ts";
import { localInstant } from "./local-instant.ts";
import type { Order } from "./order.ts";
import { orderPayload } from "./payload.ts";
import { placeOrder } from "./place.ts";
import { refundOrder } from "./refund.ts";

describe("an order's body", () => {
  test("lacks no field Shopify's samples have, and makes none up", () => {
    const { world, shop } = scene();
    const applications = [off("TEA10", { tea: 298 }), off("SHIP", {}, 560)];
    const { id } = placeOrder(world, shop, input({ applications }));
    refundOrder(world, shop, id);
    const body = orderPayload(shop, shop.orders[0] as Order);
    const [refund] = body.refunds;
    const parts: readonly (readonly [object | null | undefined, readonly string[]])[] = [
      [body, ORDER_FIELDS],
      [body.line_items[0], LINE_FIELDS],
      [body.shipping_lines[0], SHIPPING_LINE_FIELDS],
      [body.customer, CUSTOMER_FIELDS],
      [body.shipping_address, ADDRESS_FIELDS],
      [refund, REFUND_FIELDS],
      [refund?.refund_line_items[0], REFUND_LINE_FIELDS],
      [refund?.transactions[0], TRANSACTION_FIELDS],
    ];
    for (const [part, fields] of parts) expect(Object.keys(part ?? {}).sort()).toEqual(fields);
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
