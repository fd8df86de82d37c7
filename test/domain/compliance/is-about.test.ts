import { expect, test } from "vitest";

import { isAbout, standsIn } from "#app/domain/compliance/is-about.ts";

const ADA = {
  customerId: "7000000007",
  email: "Ada@Example.com",
  phone: "+49 30 123456",
  orderIds: new Set(["5000000001"]),
};

test.each<[string, string, unknown]>([
  ["an order of their account", "orders/create", { id: 1, customer: { id: 7_000_000_007 } }],
  ["an order with their address", "orders/paid", { id: 1, contact_email: "ada@example.com " }],
  ["their address on another account", "orders/paid", { customer: { id: 8 }, email: ADA.email }],
  ["an order as a guest", "orders/updated", { id: 5_000_000_001, customer: null }],
  ["a number written otherwise", "orders/create", { billing_address: { phone: "004930 123-456" } }],
  ["a refund of their order", "refunds/create", { id: 9, order_id: 5_000_000_001 }],
  ["their account", "customers/update", { id: "gid://shopify/Customer/7000000007" }],
  ["its tags", "customer.tags_added", { customerId: "gid://shopify/Customer/7000000007" }],
  ["a segment", "customer.joined_segment", { customer_id: 7_000_000_007, segment_id: 1 }],
  ["a merge", "customers/merge", { id: 3, admin_graphql_api_customer_kept_id: "x/7000000007" }],
  ["what they asked", "customers/data_request", { customer: { id: 7_000_000_007 } }],
])("%s is about them", (_, topic, payload) => {
  expect(isAbout(topic, payload, ADA)).toBe(true);
});

test.each<[string, string, unknown]>([
  ["a product of the same number", "orders/create", { line_items: [{ id: 7_000_000_007 }] }],
  ["what somebody wrote", "orders/create", { id: 2, note: "for ada@example.com" }],
  ["the number of a household", "orders/create", { customer: { id: 8 }, phone: ADA.phone }],
  ["a longer number", "orders/create", { customer: { id: 70_000_000_077 } }],
  ["another's refund", "refunds/create", { id: 5_000_000_001, order_id: 2 }],
  ["nothing", "orders/create", null],
])("%s is not", (_, topic, payload) => {
  expect(isAbout(topic, payload, ADA)).toBe(false);
});

test("somebody without an account is found by address and orders alone", () => {
  const guest = { ...ADA, customerId: null };
  expect(isAbout("orders/create", { id: 1, email: "ada@example.com" }, guest)).toBe(true);
  expect(isAbout("refunds/create", { order_id: 5_000_000_001 }, guest)).toBe(true);
  expect(isAbout("orders/create", { id: 1, customer: { id: null } }, guest)).toBe(false);
  expect(standsIn('{"id":5000000001,', guest)).toBe(true);
  expect(standsIn('{"customer":{"id":null', guest)).toBe(false);
});

test.each<[string, boolean]>([
  ['{"email":"ADA@example.com","li', true],
  ['{"customer":{"id":7000000007,', true],
  ['{"id":5000000001', true],
  ['{"customer":{"id":70000000077,"email":"bob@example.com"', false],
])("of what cannot be read whole, %s tells: %s", (text, expected) => {
  expect(standsIn(text, ADA)).toBe(expected);
});
