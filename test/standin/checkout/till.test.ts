import { beforeEach, describe, expect, it } from "vitest";
import { fetchSchema } from "../schema/fetch-schema.ts";
import type { Checkout, Buyer } from "./checkout.ts";
import type { Functions } from "./ask-functions.ts";
import { discount, PERCENT_10 } from "./fixtures/cart.ts";
import { ADA, FakeShop, fixtureFunctions, GIFT_CARD, GUARD, TEA } from "./fixtures/shop.ts";
import type { PaymentMethod } from "./order-draft.ts";
import { Till } from "./till.ts";

await fetchSchema();

const SIGNED_IN: Buyer = { kind: "signed-in", customerId: ADA };
const CLIENT = { ip: "203.0.113.7", userAgent: "A browser" };

describe("the till", () => {
  let shop: FakeShop;
  let functions: Functions;
  let till: Till;

  beforeEach(() => {
    shop = new FakeShop();
    shop.codes.set("summer26", discount(PERCENT_10));
    functions = fixtureFunctions();
    till = new Till({ functions, codesForFunctions: "eligible" });
  });

  async function open(buyer: Buyer = SIGNED_IN): Promise<Checkout> {
    const lines = [{ variantId: TEA, quantity: 2 }];
    const checkout = await till.open(shop, { sessionId: "browser", lines, buyer });
    if (!checkout) throw new Error("The checkout was not opened");
    return checkout;
  }

  function pay(checkout: Checkout, method: PaymentMethod = "card", acceptChanges = false) {
    return till.pay(shop, checkout, { method, client: CLIENT, acceptChanges });
  }

  it("tells of a checkout when it is opened, whenever it changes, and when it is paid", async () => {
    const checkout = await open();
    await till.enter(shop, checkout, "SUMMER26");
    await till.enter(shop, checkout, "NOSUCHCODE");
    await pay(checkout);
    expect(shop.told).toEqual([
      { topic: "checkouts/create", codes: [], isOrdered: false },
      { topic: "checkouts/update", codes: ["SUMMER26"], isOrdered: false },
      { topic: "checkouts/update", codes: ["SUMMER26"], isOrdered: false },
      { topic: "checkouts/update", codes: ["SUMMER26"], isOrdered: true },
    ]);
  });

  it("prices a cart, and ships only what has to be sent", async () => {
    expect((await open()).price).toMatchObject({ subtotal: 3_980, shipping: 590, total: 4_570 });
    const lines = [{ variantId: GIFT_CARD, quantity: 1 }];
    const digital = await till.open(shop, { sessionId: "browser", lines });
    expect(digital?.price).toMatchObject({ shipping: 0, total: 5_000 });
  });

  it.each([
    ["nothing", []],
    ["what is not sold", [{ variantId: "gid://shopify/ProductVariant/99", quantity: 1 }]],
    ["half a thing", [{ variantId: TEA, quantity: 0.5 }]],
    ["less than nothing", [{ variantId: TEA, quantity: -1 }]],
  ])("opens no checkout for %s", async (_, lines) => {
    expect(await till.open(shop, { sessionId: "browser", lines })).toBeUndefined();
  });

  it("takes a code, and takes it off again", async () => {
    const checkout = await open();
    expect(await till.enter(shop, checkout, " Summer26 ")).toEqual([
      { code: "Summer26", status: "accepted", by: "native" },
    ]);
    expect(checkout.price).toMatchObject({ discounts: 398, total: 4_172 });
    await till.enter(shop, checkout, "SUMMER26");
    expect(checkout.codes).toEqual(["SUMMER26"]);
    await till.remove(shop, checkout, "summer26");
    expect(checkout.price.discounts).toBe(0);
  });

  it("takes a refused code out and keeps the message", async () => {
    shop.setMetafield(GUARD, "guard", { prefix: "SUMMER", limit: 2 });
    shop.setMetafield(ADA, "standing", 2);
    const checkout = await open();
    expect(await till.enter(shop, checkout, "SUMMER26")).toEqual([
      {
        code: "SUMMER26",
        status: "refused",
        by: "function",
        message: "You have used this offer 2 times.",
      },
    ]);
    expect(checkout.codes).toEqual([]);
    expect(checkout.price.discounts).toBe(0);
  });

  it("tells the function a guest has no customer, even with a customer's e-mail", async () => {
    shop.setMetafield(GUARD, "guard", { prefix: "SUMMER", limit: 2 });
    shop.setMetafield(ADA, "standing", 2);
    const guest = await open({ kind: "guest", email: "ada@example.com", phone: undefined });
    expect(await till.enter(shop, guest, "SUMMER26")).toMatchObject([{ status: "accepted" }]);
    expect(functions.log.list()[0]?.input).toMatchObject({
      cart: {
        buyerIdentity: { isAuthenticated: false, email: "ada@example.com", customer: null },
      },
    });
  });

  it("judges the codes again when the buyer changes", async () => {
    shop.setMetafield(GUARD, "guard", { prefix: "SUMMER", limit: 2 });
    shop.setMetafield(ADA, "standing", 2);
    const checkout = await open({ kind: "guest", email: undefined, phone: undefined });
    await till.enter(shop, checkout, "SUMMER26");
    await till.change(shop, checkout, { buyer: { kind: "known", customerId: ADA } });
    expect(checkout.verdicts).toMatchObject([{ by: "function" }]);
    expect(checkout.codes).toEqual([]);
  });

  it("goes on without a function that fails, and says so in the run log", async () => {
    shop.setMetafield(GUARD, "guard", { fail: "throw" });
    const checkout = await open();
    expect(await till.enter(shop, checkout, "SUMMER26")).toMatchObject([{ status: "accepted" }]);
    expect(functions.log.list()[0]?.error).toContain("told to throw");
  });

  it("makes an order that holds every fact", async () => {
    const checkout = await open();
    await till.enter(shop, checkout, "SUMMER26");
    expect(await pay(checkout)).toMatchObject({ kind: "placed", order: { name: "#1001" } });
    expect(shop.drafts[0]).toMatchObject({
      customerId: ADA,
      email: "ada@example.com",
      financialStatus: "paid",
      browserIp: "203.0.113.7",
      lines: [{ variantId: TEA, title: "Tea", quantity: 2, unitPrice: 1_990 }],
      applications: [{ code: "SUMMER26", amount: 398, lines: [{ amount: 398 }] }],
    });
  });

  it.each([
    ["card", "paid", false],
    ["bank-transfer", "pending", false],
    ["test-gateway", "paid", true],
  ] as const)("%s makes an order that is %s", async (method, financialStatus, isTest) => {
    await pay(await open(), method);
    expect(shop.drafts[0]).toMatchObject({ financialStatus, isTest });
  });

  it("makes no order for a declined card, and lets the shopper try again", async () => {
    const checkout = await open();
    expect(await pay(checkout, "declined-card")).toMatchObject({ kind: "declined" });
    expect(shop.drafts).toHaveLength(0);
    expect(await pay(checkout)).toMatchObject({ kind: "placed" });
  });

  it("asks a guest for an e-mail first", async () => {
    const checkout = await open({ kind: "guest", email: undefined, phone: undefined });
    expect(await pay(checkout)).toMatchObject({ kind: "incomplete", field: "email" });
  });

  it("makes one order however often one checkout is paid", async () => {
    const checkout = await open();
    const results = await Promise.all([pay(checkout), pay(checkout)]);
    expect(results.map(({ kind }) => kind)).toEqual(["placed", "declined"]);
    expect(await pay(checkout)).toMatchObject({ kind: "already-paid" });
    expect(shop.drafts).toHaveLength(1);
  });

  it("judges once more at payment: a code that fell is not taken silently", async () => {
    shop.setMetafield(GUARD, "guard", { prefix: "SUMMER", limit: 1 });
    const checkout = await open();
    await till.enter(shop, checkout, "SUMMER26");
    shop.setMetafield(ADA, "standing", 1);
    expect(await pay(checkout)).toMatchObject({
      kind: "changed",
      verdicts: [{ code: "SUMMER26", by: "function" }],
    });
    expect(shop.drafts).toHaveLength(0);
    expect(await pay(checkout)).toMatchObject({ kind: "placed" });
    expect(shop.drafts[0]?.applications).toEqual([]);
  });

  it("lets both of two open checkouts through when both pay before the standing is written", async () => {
    shop.setMetafield(GUARD, "guard", { prefix: "SUMMER", limit: 1 });
    const [first, second] = [await open(), await open()];
    await till.enter(shop, first, "SUMMER26");
    await till.enter(shop, second, "SUMMER26");
    const results = await Promise.all([pay(first), pay(second)]);
    expect(results.map(({ kind }) => kind)).toEqual(["placed", "placed"]);
  });

  it("keeps shops apart", async () => {
    const checkout = await open();
    const other = Object.assign(new FakeShop(), { handle: "other" });
    expect(till.find(other, checkout.token)).toBeUndefined();
    expect(till.find(shop, checkout.token)).toBe(checkout);
  });
});
