import { describe, expect, test } from "vitest";
import { cancelOrder } from "./cancel.ts";
import { removeItems } from "./edit.ts";
import { expireOrder } from "./expire.ts";
import { input, off } from "./fixtures/input.ts";
import { scene, usesOf } from "./fixtures/world.ts";
import { markPaid } from "./mark-paid.ts";
import { placeOrder } from "./place.ts";
import { refundOrder } from "./refund.ts";

const TEN_OFF = [off("tea10", { tea: 298, cup: 99 })];

describe("topics", () => {
  test("a paid order is created, paid and updated, after its new customer", () => {
    const { world, shop, topics } = scene();
    placeOrder(world, shop, input());
    expect(topics()).toEqual([
      "customers/create",
      "orders/create",
      "orders/paid",
      "orders/updated",
      "customers/purchasing_summary",
    ]);
  });

  test("a pending order is not paid until the money comes", () => {
    const { world, shop, events, topics } = scene();
    const { id } = placeOrder(world, shop, input({ financialStatus: "pending" }));
    expect(topics()).not.toContain("orders/paid");
    events.length = 0;
    markPaid(world, shop, id);
    expect(topics()).toEqual(["orders/paid", "orders/updated", "customers/purchasing_summary"]);
    expect(events[0]?.payload).toMatchObject({
      financial_status: "paid",
      total_outstanding: "0.00",
    });
  });

  test("a pending order whose money never comes expires, told by its update alone", () => {
    const { world, shop, events, topics } = scene();
    const { id } = placeOrder(world, shop, input({ financialStatus: "pending" }));
    events.length = 0;
    expireOrder(world, shop, id);
    expect(topics()).toEqual(["orders/updated"]);
    expect(events[0]?.payload).toMatchObject({ financial_status: "expired", cancelled_at: null });
  });

  test("a refund comes before the update that shows it", () => {
    const { world, shop, events, topics } = scene();
    const { id } = placeOrder(world, shop, input());
    events.length = 0;
    refundOrder(world, shop, id, { kind: "amount", amount: 500 });
    expect(topics()).toEqual(["refunds/create", "orders/updated", "customers/purchasing_summary"]);
    expect(events[0]?.payload).toMatchObject({ order_id: id, transactions: [{ amount: "5.00" }] });
    expect(events[1]?.payload).toMatchObject({
      financial_status: "partially_refunded",
      refunds: [events[0]?.payload],
    });
  });

  test("cancelling with a refund tells of both", () => {
    const { world, shop, events, topics } = scene();
    const { id } = placeOrder(world, shop, input());
    events.length = 0;
    cancelOrder(world, shop, id, { reason: "fraud", refund: true });
    expect(topics()).toEqual([
      "refunds/create",
      "orders/cancelled",
      "orders/updated",
      "customers/purchasing_summary",
    ]);
    expect(events[1]?.payload).toMatchObject({
      cancel_reason: "fraud",
      cancelled_at: "2026-06-01T14:00:00+02:00",
      financial_status: "refunded",
      current_total_price: "0.00",
    });
  });

  test("an edit tells what was done, and the update what is left", () => {
    const { world, shop, events, topics } = scene();
    const { id, lines } = placeOrder(world, shop, input());
    const lineId = lines[0]?.id ?? 0;
    events.length = 0;
    removeItems(world, shop, id, { lineId, quantity: 1 });
    expect(topics()).toEqual(["orders/edited", "orders/updated"]);
    expect(events[0]?.payload).toMatchObject({
      order_edit: { order_id: id, line_items: { removals: [{ id: lineId, delta: 1 }] } },
    });
    expect(events[1]?.payload).toMatchObject({
      total_price: "45.30",
      current_total_price: "30.40",
      line_items: [{ quantity: 2, current_quantity: 1 }, { current_quantity: 1 }],
    });
    expect(removeItems(world, shop, id, { lineId, quantity: 2 }).ok).toBe(false);
  });

  test("everything one action sends shares an event id, and no two actions do", () => {
    const { world, shop, events } = scene();
    const { id } = placeOrder(world, shop, input());
    const ofPlacing = new Set(events.map(({ eventId }) => eventId));
    events.length = 0;
    refundOrder(world, shop, id);
    const ofRefund = new Set(events.map(({ eventId }) => eventId));
    expect(ofPlacing.size).toBe(1);
    expect(ofRefund.size).toBe(1);
    expect(ofPlacing).not.toEqual(ofRefund);
    expect([...ofPlacing][0]).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("what an order leaves behind", () => {
  test("numbers count up and ids differ", () => {
    const { world, shop } = scene();
    const [a, b] = [placeOrder(world, shop, input()), placeOrder(world, shop, input())];
    expect([a.name, b.name]).toEqual(["#1001", "#1002"]);
    expect(a.id).not.toBe(b.id);
  });

  test("a code's use is counted once an order, in any spelling, and never given back", () => {
    const { world, shop } = scene();
    const twice = [...TEN_OFF, off("TEA10", {})];
    const { id } = placeOrder(world, shop, input({ applications: twice }));
    expect(usesOf(shop, "TEA10")).toBe(1);
    cancelOrder(world, shop, id, { refund: true });
    expect(usesOf(shop, "TEA10")).toBe(1);
    placeOrder(world, shop, input({ applications: TEN_OFF, financialStatus: "pending" }));
    expect(usesOf(shop, "TEA10")).toBe(2);
  });

  test("a guest gets a customer record, and comes back to it", () => {
    const { world, shop, events } = scene();
    const first = placeOrder(world, shop, input());
    const again = placeOrder(world, shop, input({ email: "ADA@example.com" }));
    expect(shop.customers).toHaveLength(1);
    expect(again.customerId).toBe(first.customerId);
    const created = events.findLast(({ topic }) => topic === "orders/create");
    expect(created?.payload).toMatchObject({
      customer: { id: first.customerId, state: "disabled", email: "ada@example.com" },
    });
  });

  test("totals of a customer follow payments, refunds and cancellations", () => {
    const { world, shop, events } = scene();
    const paid = placeOrder(world, shop, input());
    const pending = placeOrder(world, shop, input({ financialStatus: "pending" }));
    const customer = shop.customers[0];
    expect(customer).toMatchObject({ numberOfOrders: 2, amountSpent: 4_530 });
    markPaid(world, shop, pending.id);
    expect(customer).toMatchObject({ numberOfOrders: 2, amountSpent: 9_060 });
    refundOrder(world, shop, paid.id, { kind: "amount", amount: 30 });
    expect(customer).toMatchObject({ numberOfOrders: 2, amountSpent: 9_030 });
    events.length = 0;
    cancelOrder(world, shop, pending.id, { refund: true });
    expect(customer).toMatchObject({ numberOfOrders: 1, amountSpent: 4_500 });
    expect(events.at(-1)?.payload).toMatchObject({
      customerId: `gid://shopify/Customer/${customer?.id}`,
      numberOfOrders: 1,
      amountSpent: { amount: "45.00", currencyCode: "EUR" },
    });
  });
});

test("updated_at grows with every change, also within one second", () => {
  const { world, shop, events } = scene();
  const { id } = placeOrder(world, shop, input({ financialStatus: "pending" }));
  markPaid(world, shop, id);
  for (let step = 0; step < 5; step += 1) {
    refundOrder(world, shop, id, { kind: "amount", amount: 10 });
  }
  cancelOrder(world, shop, id);
  const stamps = events
    .filter(({ topic }) => topic === "orders/updated")
    .map(({ payload }) => (payload as { updated_at: string }).updated_at);
  expect(stamps).toHaveLength(8);
  expect(new Set(stamps).size).toBe(8);
  expect(stamps).toEqual([...stamps].sort());
});
