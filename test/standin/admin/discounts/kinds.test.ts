import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BASIC } from "../fixtures/discounts.ts";
import { openStandin, type Opened } from "../fixtures/open.ts";

let opened: Opened;
beforeEach(async () => {
  opened = await openStandin();
});
afterEach(() => opened.standin.stop());

test("Free shipping does not combine with shipping discounts", async () => {
  const create = `mutation Create($input: DiscountCodeFreeShippingInput!) {
    discountCodeFreeShippingCreate(freeShippingCodeDiscount: $input) { userErrors { field code } }
  }`;
  const { customerGets: _, ...shared } = BASIC;
  const input = { ...shared, destination: { all: true } };
  const combinesWith = { shippingDiscounts: true };
  expect(await opened.payload(create, { input: { ...input, combinesWith } })).toEqual({
    userErrors: [
      {
        field: ["freeShippingCodeDiscount", "combinesWith"],
        code: "INVALID_COMBINES_WITH_FOR_DISCOUNT_CLASS",
      },
    ],
  });
  expect(await opened.payload(create, { input })).toEqual({ userErrors: [] });
});

test("Buy X get Y needs chosen things on both sides", async () => {
  const create = `mutation Create($input: DiscountCodeBxgyInput!) {
    discountCodeBxgyCreate(bxgyCodeDiscount: $input) {
      codeDiscountNode { codeDiscount { ... on DiscountCodeBxgy { usesPerOrderLimit
        customerGets { value { ... on DiscountOnQuantity { quantity { quantity } } } } } } }
      userErrors { field code } }
  }`;
  const [product] = opened.shop.products;
  const chosen = { products: { productsToAdd: [`gid://shopify/Product/${product?.id}`] } };
  const input = (items: object) => ({
    title: "Two for one",
    code: "TWO",
    startsAt: BASIC.startsAt,
    context: BASIC.context,
    usesPerOrderLimit: 1,
    customerBuys: { value: { quantity: "2" }, items },
    customerGets: {
      value: { discountOnQuantity: { quantity: "1", effect: { percentage: 1 } } },
      items,
    },
  });
  const refused = await opened.payload(create, { input: input({ all: true }) });
  expect(refused).toMatchObject({ codeDiscountNode: null });
  expect(await opened.payload(create, { input: input(chosen) })).toEqual({
    codeDiscountNode: {
      codeDiscount: {
        usesPerOrderLimit: 1,
        customerGets: { value: { quantity: { quantity: "1" } } },
      },
    },
    userErrors: [],
  });
});

describe("A discount of the app's function", () => {
  const CREATE = `mutation Create($input: DiscountAutomaticAppInput!) {
    discountAutomaticAppCreate(automaticAppDiscount: $input) {
      automaticAppDiscount { discountId status } userErrors { field code } }
  }`;
  const APP = {
    title: "Guard",
    functionHandle: "guard",
    discountClasses: ["ORDER"],
    startsAt: BASIC.startsAt,
  };

  test.each([
    ["a function the app does not have", { functionHandle: "other" }, "functionHandle", "INVALID"],
    ["no function", { functionHandle: null }, "functionHandle", "MISSING_FUNCTION_IDENTIFIER"],
    ["no class", { discountClasses: [] }, "discountClasses", "BLANK"],
  ])("needs more than %s", async (_, input, field, code) => {
    const made = await opened.payload(CREATE, { input: { ...APP, ...input } });
    const path = ["automaticAppDiscount", field];
    expect(made).toEqual({ automaticAppDiscount: null, userErrors: [{ field: path, code }] });
  });

  test("is one of at most 25 that are active", async () => {
    for (let count = 0; count < 25; count += 1) await opened.payload(CREATE, { input: APP });
    const made = await opened.payload(CREATE, { input: APP });
    expect(made).toMatchObject({ userErrors: [{ code: "MAX_APP_DISCOUNTS" }] });
  });

  test("has its metafields under each of its ids", async () => {
    const metafields = [{ namespace: "$app", key: "rules", type: "json", value: "[1]" }];
    const made = await opened.payload<{ automaticAppDiscount: { discountId: string } }>(CREATE, {
      input: { ...APP, metafields },
    });
    const query = `query Read($id: ID!) { node(id: $id) { ... on HasMetafields {
      metafield(namespace: "$app", key: "rules") { namespace jsonValue } } } }`;
    const { discountId } = made.automaticAppDiscount;
    for (const id of [discountId, discountId.replace("DiscountAutomaticNode", "DiscountNode")]) {
      const metafield = { namespace: "app--424242", jsonValue: [1] };
      expect(await opened.payload(query, { id })).toEqual({ metafield });
    }
  });
});
