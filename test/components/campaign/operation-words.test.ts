import { describe, expect, it } from "vitest";
import { operationWords } from "#app/components/campaign/detail/operation-words.ts";
import { secondsWords } from "#app/components/campaign/detail/sync-words.ts";
import { valueWords } from "#app/components/campaign/detail/value-words.ts";
import type { Operation } from "#app/domain/discount/plan.ts";
import { TERMS_FIELDS, type TermsField } from "#app/domain/discount/terms.ts";

const number = (value: number) => value.toLocaleString("en");
const fields = TERMS_FIELDS.slice(0, 3).map((field) => ({
  ...{ field, ours: null, theirs: null, agreed: null, changedBy: "us" as const },
}));

const OPERATIONS: [Operation, string][] = [
  [{ kind: "publish_guard" }, "Write the limits to the checkout"],
  [{ kind: "create_discount", code: "VIP" }, "Make the discount with the code VIP"],
  [{ kind: "change_discount", fields }, "Change title, start, and end in Shopify"],
  [{ kind: "stop_discount" }, "Stop the discount in Shopify"],
  [{ kind: "add_codes", count: 1 }, "Add 1 code"],
  [{ kind: "remove_codes", count: 1_200 }, "Remove 1,200 codes"],
  [{ kind: "adopt", fields: fields.slice(0, 1) }, "Take over from Shopify: title"],
  [{ kind: "decide", fields: fields.slice(0, 2) }, "Leave to you: title and start"],
];

it.each(OPERATIONS)("%j is told as “%s”", (operation, words) => {
  expect(operationWords(operation, { locale: "en", number })).toBe(words);
});

const view = {
  moment: (iso: string) => iso.slice(0, 10),
  money: (minor: number) => `€${(minor / 100).toFixed(2)}`,
  percent: (share: number) => `${share * 100}%`,
  number,
  names: { "product 1": "Scarf", "segment 9": "Newsletter" },
};

const buys = { items: { kind: "products", ids: ["1"], variantIds: [] } };
const VALUES: [TermsField, unknown, string][] = [
  ["title", "Summer", "Summer"],
  ["startsAt", "2026-06-01T00:00:00Z", "2026-06-01"],
  ["endsAt", null, "No end"],
  ["endsAt", "stopped", "Paused or ended by hand"],
  ["usageLimit", null, "No limit"],
  ["usageLimit", 1, "1 use a code"],
  ["oncePerCustomer", true, "Yes"],
  ["audience", { kind: "all" }, "Every customer"],
  ["audience", { kind: "segments", ids: ["9", "8"] }, "Newsletter, segment 8"],
  ["audience", { kind: "customers", ids: ["1", "2", "3", "4", "5", "6"] }, "6 customers"],
  ["audience", { kind: "markets", ids: [] }, "Certain markets"],
  ["combines", { order: false, product: false, shipping: false }, "With no other discount"],
  ["combines", { order: true, product: false, shipping: true }, "With order, shipping discounts"],
  ["value", { kind: "percentage", basisPoints: 1_500 }, "15% off"],
  ["value", { kind: "fixed_amount", amountMinor: 500, eachItem: true }, "€5.00 off each item"],
  ["value", { kind: "free_shipping", maximumPriceMinor: null, countries: null }, "Free shipping"],
  [
    "value",
    {
      ...{ kind: "buy_x_get_y", quantity: 1, basisPoints: 10_000, usesPerOrder: 2 },
      buys: { ...buys, need: { kind: "quantity", quantity: 2 } },
    },
    "Buy from 2 items of Scarf: 1 item free, 2 times an order",
  ],
  ["items", { kind: "all" }, "All products"],
  ["items", { kind: "collections", ids: ["4"] }, "collection 4"],
  ["items", { kind: "products", ids: ["1"], variantIds: ["2"] }, "Scarf; variant 2"],
  ["items", { kind: "unknown" }, "More products than can be compared here"],
  ["minimum", null, "None"],
  ["minimum", { kind: "subtotal", minor: 2_500 }, "From €25.00"],
];

describe("a value", () => {
  it.each(VALUES)("of %s, %j, reads “%s”", (field, value, words) => {
    expect(valueWords(field, value, view)).toBe(words);
  });
});

it.each([
  [1.2, "at least 2 seconds"],
  [61, "at least 2 minutes"],
  [5_400, "at least 1.5 hours"],
])("%d seconds are told as “%s”", (seconds, words) => {
  expect(secondsWords(seconds, number)).toBe(words);
});
