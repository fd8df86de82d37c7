import { beforeEach, describe, expect, it } from "vitest";
import { gid } from "../gid.ts";
import { putMetafield } from "../metafields.ts";
import { cancelOrder } from "../orders/cancel.ts";
import { addCode, NOON, scene, type Scene } from "../orders/fixtures/world.ts";
import type { CodeDiscount, Customer } from "../state.ts";
import { checkoutShop } from "./core-shop.ts";
import { fixtureFunctions } from "./fixtures/shop.ts";
import { fetchSchema } from "../schema/fetch-schema.ts";
import type { CheckoutShop } from "./shop.ts";
import { Till } from "./till.ts";

await fetchSchema();

const ADA: Customer = {
  id: 7,
  firstName: "Ada",
  lastName: "Byron",
  email: "ada@example.com",
  phone: undefined,
  tags: ["vip"],
  numberOfOrders: 0,
  amountSpent: 0,
  createdAt: NOON,
  updatedAt: NOON,
  locale: "en",
  address: undefined,
};

describe("the checkout over the stand-in's state", () => {
  let at: Scene;
  let shop: CheckoutShop;
  let till: Till;

  beforeEach(() => {
    at = scene();
    at.shop.customers.push({ ...ADA });
    at.shop.products.push({
      id: 1,
      title: "Tea",
      handle: "tea",
      description: "",
      vendor: "",
      productType: "",
      tags: [],
      collectionIds: [3],
      status: "ACTIVE",
      createdAt: NOON,
      updatedAt: NOON,
      variants: [
        {
          id: 2,
          title: "Default Title",
          sku: undefined,
          price: 1_990,
          compareAtPrice: undefined,
          requiresShipping: true,
          inventoryQuantity: 5,
        },
      ],
    });
    shop = checkoutShop(at.world, at.shop);
    till = new Till({ functions: fixtureFunctions(), codesForFunctions: "eligible" });
  });

  function discount(code: string): CodeDiscount {
    const found = at.shop.discounts.get(at.shop.codeIndex.get(code.toLowerCase()) ?? 0);
    if (found?.method !== "code") throw new Error(`No ${code}`);
    return found;
  }

  async function buy(
    code: string,
    buyer = { kind: "signed-in", customerId: gid("Customer", 7) } as const,
  ) {
    const lines = [{ variantId: gid("ProductVariant", 2), quantity: 1 }];
    const checkout = await till.open(shop, { sessionId: "s", lines, buyer });
    if (!checkout) throw new Error("Not opened");
    const verdicts = await till.enter(shop, checkout, code);
    if (verdicts[0]?.status === "refused") return verdicts[0];
    const client = { ip: "192.0.2.1", userAgent: "Test" };
    return till.pay(shop, checkout, { method: "card", client, acceptChanges: false });
  }

  it("sells, counts the use and tells the app", async () => {
    expect(await buy("tea10")).toMatchObject({ kind: "placed", order: { codes: ["tea10"] } });
    expect(at.topics()).toEqual(expect.arrayContaining(["orders/create", "orders/paid"]));
    expect(at.shop.orders[0]).toMatchObject({ customerId: 7, financialStatus: "paid" });
    const [order] = shop.ordersOf({ customerId: gid("Customer", 7), email: undefined });
    // 19.90 less 1.99, and 5.90 for shipping.
    expect(order).toMatchObject({ total: 2_381, codes: ["tea10"] });
  });

  it("holds the usage limit of each code; a cancellation gives nothing back", async () => {
    discount("TEA10").usageLimit = 1;
    await buy("TEA10");
    expect(await buy("TEA10")).toMatchObject({ reason: "DISCOUNT_USAGE_LIMIT_REACHED" });
    cancelOrder(at.world, at.shop, at.shop.orders[0]?.id ?? 0, { refund: true });
    expect(await buy("TEA10")).toMatchObject({ reason: "DISCOUNT_USAGE_LIMIT_REACHED" });
    addCode(at.world, at.shop, "OTHER");
    expect(await buy("OTHER")).toMatchObject({ kind: "placed" });
  });

  it("knows who used a code once, by customer and by e-mail", async () => {
    discount("TEA10").appliesOncePerCustomer = true;
    await buy("TEA10");
    const refused = { reason: "DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED" };
    expect(await buy("TEA10")).toMatchObject(refused);
    const uses = (email: string): boolean =>
      shop.usedBefore(shop.discountOf("TEA10")!, "tea10", { customerId: undefined, email });
    expect(uses("ADA@example.com")).toBe(true);
    expect(uses("bob@example.com")).toBe(false);
  });

  it("asks the segment's query who is in it", async () => {
    const query = "customer_tags CONTAINS 'vip'";
    at.shop.segments.push({ id: 5, name: "VIP", query, createdAt: NOON, updatedAt: NOON });
    discount("TEA10").audience = { kind: "segments", ids: [gid("Segment", 5)] };
    expect(await buy("TEA10")).toMatchObject({ kind: "placed" });
    at.shop.customers[0]!.tags = [];
    expect(await buy("TEA10")).toMatchObject({ reason: "DISCOUNT_CUSTOMER_NOT_ELIGIBLE" });
  });

  it("runs the function of an active automatic discount with the app's metafields", async () => {
    at.shop.discounts.set(9, {
      ...discount("TEA10"),
      id: 9,
      method: "automatic",
      type: "app",
      functionHandle: "two-uses",
      discountClasses: ["ORDER"],
    });
    const json = { namespace: "app--1", type: "json" };
    const rule = JSON.stringify({ prefix: "TEA", limit: 1 });
    putMetafield(at.world, at.shop, {
      ...json,
      ownerId: gid("DiscountNode", 9),
      key: "guard",
      value: rule,
    });
    putMetafield(at.world, at.shop, {
      ...json,
      ownerId: gid("Customer", 7),
      key: "standing",
      value: "1",
    });
    expect(await buy("TEA10")).toMatchObject({ by: "function" });
    at.world.clock.move(-1);
    expect(shop.functionDiscounts()).toEqual([]);
  });

  it("does not sell drafts", () => {
    expect(shop.products()).toHaveLength(1);
    at.shop.products[0]!.status = "DRAFT";
    expect(shop.products()).toEqual([]);
  });
});
