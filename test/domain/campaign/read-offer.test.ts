import { expect, test } from "vitest";

import { emptyCampaignForm, type CampaignForm } from "#app/domain/campaign/form.ts";
import { readForm } from "#app/domain/campaign/read-form.ts";
import { zoneOf } from "#app/infra/zone.server.ts";

const GOOD: CampaignForm = { ...emptyCampaignForm("2026-06-01T00:00"), name: "SUMMER26_10OFF" };
const BUYS: Partial<CampaignForm> = {
  offerKind: "buy_x_get_y",
  buysProductIds: "7,5",
  buysQuantity: "2",
  productIds: "9",
};
const IDS = Array.from({ length: 51 }, (_, index) => index + 1).join(",");

function read(change: Partial<CampaignForm>) {
  return readForm({ ...GOOD, ...change }, { currency: "EUR", zone: zoneOf("Europe/Berlin") });
}

function termsOf(change: Partial<CampaignForm>) {
  const result = read(change);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.terms;
}

test("an amount may come off each item", () => {
  const form = { offerKind: "fixed_amount", amount: "5", eachItem: "on", items: "products" };
  expect(termsOf({ ...form, productIds: "10,2", variantIds: "30" })).toMatchObject({
    offer: { kind: "fixed_amount", amountMinor: 500, eachItem: true },
    items: { kind: "products", ids: ["2", "10"], variantIds: ["30"] },
  });
});

test("free shipping may be bound to a price and to countries", () => {
  const form = { offerKind: "free_shipping", maximumPrice: "9.90", shipsTo: "countries" };
  expect(termsOf({ ...form, countries: "de, AT,DE" }).offer).toEqual({
    ...{ kind: "free_shipping", maximumPriceMinor: 990, countries: ["AT", "DE"], currency: "EUR" },
  });
});

test("free shipping is on no items, whatever was chosen before", () => {
  const form = { offerKind: "free_shipping", items: "products", productIds: "1" };
  expect(termsOf(form).items).toEqual({ kind: "all" });
});

test("buy X, get Y", () => {
  expect(termsOf(BUYS)).toMatchObject({
    offer: {
      kind: "buy_x_get_y",
      buys: {
        items: { kind: "products", ids: ["5", "7"], variantIds: [] },
        need: { kind: "quantity", quantity: 2 },
      },
      ...{ quantity: 1, basisPoints: 10_000, usesPerOrder: null },
    },
    items: { kind: "products", ids: ["9"], variantIds: [] },
  });
  const other: Partial<CampaignForm> = {
    ...{ buysItems: "collections", buysCollectionIds: "3", buysNeed: "amount", buysAmount: "50" },
    ...{ items: "collections", collectionIds: "4", getsQuantity: "2" },
    ...{ getsEffect: "percentage", getsPercentage: "33.33", usesPerOrder: "1" },
  };
  expect(termsOf({ ...BUYS, ...other })).toMatchObject({
    offer: {
      buys: {
        items: { kind: "collections", ids: ["3"] },
        need: { kind: "subtotal", minor: 5_000 },
      },
      ...{ quantity: 2, basisPoints: 3_333, usesPerOrder: 1 },
    },
    items: { kind: "collections", ids: ["4"] },
  });
});

test("what has to be bought says the minimum of buy X, get Y", () => {
  expect(termsOf({ ...BUYS, minimum: "subtotal", minimumSubtotal: "x" }).minimum).toBeNull();
});

test.each<[Partial<CampaignForm>, unknown]>([
  [{ minimum: "none", minimumSubtotal: "x" }, null],
  [{ minimum: "" }, null],
  [
    { minimum: "subtotal", minimumSubtotal: "50" },
    { kind: "subtotal", minor: 5_000 },
  ],
  [
    { minimum: "quantity", minimumQuantity: " 3 " },
    { kind: "quantity", quantity: 3 },
  ],
])("a minimum of %j", (change, minimum) => {
  expect(termsOf(change).minimum).toEqual(minimum);
});

test.each<[Partial<CampaignForm>, unknown]>([
  [
    { audience: "all", segmentIds: "12", customerIds: "5" },
    { eligibility: { any: [] }, customerIds: [] },
  ],
  [{ audience: "" }, { eligibility: { any: [] }, customerIds: [] }],
  [
    { audience: "segment", segmentIds: "12", customerIds: "5" },
    { eligibility: { any: ["12"] }, customerIds: [] },
  ],
  [
    { audience: "customers", segmentIds: "12", customerIds: "77,5,77" },
    { eligibility: { any: [] }, customerIds: ["5", "77"] },
  ],
])("for %j", (change, who) => {
  expect(termsOf(change)).toMatchObject(who as object);
});

test("it combines with what is ticked", () => {
  const form = { combinesOrder: "on", combinesShipping: "on", combinesProduct: "off" };
  expect(termsOf(form).combines).toEqual({ order: true, product: false, shipping: true });
});

const SHIPPING = { offerKind: "free_shipping" };
const AMOUNT = { offerKind: "fixed_amount", amount: "5" };

test.each<[string, Partial<CampaignForm>, string, RegExp]>([
  ["a price that is none", { ...SHIPPING, maximumPrice: "x" }, "maximumPrice", /above 0 in EUR/],
  ["no country", { ...SHIPPING, shipsTo: "countries" }, "countries", /at least one country/],
  [
    "a country that is none",
    { ...SHIPPING, shipsTo: "countries", countries: "DE,XX" },
    "countries",
    /from the list/,
  ],
  [
    "free shipping with other shipping",
    { ...SHIPPING, combinesShipping: "on" },
    "combinesShipping",
    /cannot be combined/,
  ],
  ["no product", { ...AMOUNT, items: "products" }, "productIds", /at least one/],
  ["no collection", { items: "collections" }, "collectionIds", /at least one/],
  [
    "a product that is none",
    { items: "products", productIds: "1,gid" },
    "productIds",
    /from the list/,
  ],
  ["too many products", { items: "products", productIds: IDS }, "productIds", /at most 50/],
  ["too many variants", { items: "products", variantIds: IDS }, "variantIds", /at most 50/],
  ["items that are none", { items: "gold" }, "productIds", /products or collections/],
  ["a minimum that is none", { minimum: "gold" }, "minimum", /minimum amount/],
  ["a minimum of nothing", { minimum: "subtotal" }, "minimumSubtotal", /above 0 in EUR/],
  [
    "a minimum of half an item",
    { minimum: "quantity", minimumQuantity: "1.5" },
    "minimumQuantity",
    /whole number from 1/,
  ],
  ["nobody it says who", { audience: "friends" }, "audience", /Choose who/],
  ["somebody, but not which", { audience: "", segmentIds: "5" }, "audience", /Choose who/],
  ["no segment", { audience: "segment" }, "segmentIds", /Choose a segment/],
  ["words for segments", { audience: "segment", segmentIds: "1,x" }, "segmentIds", /from the list/],
  ["no customer", { audience: "customers" }, "customerIds", /at least one customer/],
  [
    "too many customers",
    { audience: "customers", customerIds: `${IDS},${IDS.replaceAll(/\d+/g, "1$&00")}` },
    "customerIds",
    /at most 100/,
  ],
  ["nothing to buy", { ...BUYS, buysProductIds: "" }, "buysProductIds", /at least one/],
  ["nothing to get", { ...BUYS, productIds: "" }, "productIds", /at least one/],
  ["a need that is none", { ...BUYS, buysNeed: "" }, "buysNeed", /number of items/],
  ["a need of 0", { ...BUYS, buysQuantity: "0" }, "buysQuantity", /from 1/],
  ["a need of no money", { ...BUYS, buysNeed: "amount" }, "buysAmount", /above 0 in EUR/],
  ["0 to get", { ...BUYS, getsQuantity: "0" }, "getsQuantity", /from 1/],
  ["an effect that is none", { ...BUYS, getsEffect: "" }, "getsEffect", /free or costs less/],
  [
    "101 % off what is got",
    { ...BUYS, getsEffect: "percentage", getsPercentage: "101" },
    "getsPercentage",
    /up to 100/,
  ],
  ["0 times an order", { ...BUYS, usesPerOrder: "0" }, "usesPerOrder", /leave it empty/],
])("%s is refused beside its field, saying what to do", (_, change, field, message) => {
  const result = read(change);
  if (result.ok) throw new Error("It went through.");
  expect(result.problems).toEqual([{ field, message: expect.stringMatching(message) as string }]);
});
