import { expect, it, test } from "vitest";
import { readCheckout, readOrderedCheckout } from "#app/domain/checkout/checkout-facts.ts";
import { checkoutPayload } from "#app/domain/checkout/checkout-payload.schema.ts";

const AT = "2026-06-10T10:00:00.000Z";
const body = {
  ...{ token: "t1", created_at: "2026-06-10T11:00:00+02:00", completed_at: null },
  discount_codes: [
    { code: " summer26 ", amount: "5.00", type: "percentage" },
    { code: "SUMMER26", amount: "0.00", type: "percentage" },
  ],
};
const read = (change: object) => readCheckout(checkoutPayload.parse({ ...body, ...change }), AT);

test.each([
  ["as it is", {}, { startedAt: "2026-06-10T09:00:00.000Z" }],
  ["finished", { completed_at: "2026-06-10T11:05:00+02:00" }, { isOrdered: true }],
  ["without its beginning", { created_at: undefined }, { startedAt: AT }],
  ["with a beginning that is no time", { created_at: "soon" }, { startedAt: AT }],
  ["with an id, as it had until 2026-04", { id: 450789469 }, {}],
])("a checkout %s", (_, change, told) => {
  expect(read(change)).toMatchObject({
    ...{ token: "t1", isOrdered: false, orderId: null },
    ...{ codeKeys: ["SUMMER26"] },
    ...told,
  });
});

test.each([
  ["no codes", { discount_codes: [] }],
  ["none told", { discount_codes: null }],
  ["an empty one", { discount_codes: [{ code: "  " }] }],
])("a checkout with %s is none to keep", (_, change) => expect(read(change)).toBeNull());

test.each([
  ["an empty token", { token: "" }],
  ["no token", { token: undefined }],
])("a checkout with %s is refused", (_, change) => {
  expect(checkoutPayload.safeParse({ ...body, ...change }).success).toBe(false);
});

const order = { id: "7", checkout_token: "t1", discount_codes: [{ code: "SUMMER26" }] };

it("an order names its checkout", () => {
  expect(readOrderedCheckout(order, AT)).toEqual({
    ...{ token: "t1", startedAt: AT, isOrdered: true, orderId: "7" },
    codeKeys: ["SUMMER26"],
  });
});

test.each([
  ["made by staff", { checkout_token: null }],
  ["for a test", { test: true }],
  ["without a code", { discount_codes: [] }],
])("an order %s tells of no checkout", (_, change) => {
  expect(readOrderedCheckout({ ...order, ...change }, AT)).toBeNull();
});
