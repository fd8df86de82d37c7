import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  BASIC,
  CREATE_BASIC,
  createBasic,
  UPDATE_BASIC,
  verb,
  type CreatePayload,
} from "../fixtures/discounts.ts";
import { openStandin, shopNamed, type Opened } from "../fixtures/open.ts";

let opened: Opened;
beforeEach(async () => {
  opened = await openStandin();
});
afterEach(() => opened.standin.stop());

const refusals = async (input: object) => {
  const made = await opened.payload<CreatePayload>(CREATE_BASIC, { input: { ...BASIC, ...input } });
  return made.userErrors.map(({ field, code }) => [field?.slice(1).join("."), code]);
};

describe("A basic discount that cannot be", () => {
  const gets = (value: object, items: object = { all: true }) => ({
    customerGets: { value, items },
  });
  test.each([
    ["no title", { title: " " }, "title", "BLANK"],
    ["no code", { code: "" }, "code", "BLANK"],
    ["a code of 256 letters", { code: "A".repeat(256) }, "code", "TOO_LONG"],
    ["an end before the start", { endsAt: "2026-05-31T00:00:00Z" }, "endsAt", "INVALID"],
    [
      "20 for 20 %",
      gets({ percentage: 20 }),
      "customerGets.value.percentage",
      "VALUE_OUTSIDE_RANGE",
    ],
    [
      "less than nothing",
      gets({ percentage: -0.1 }),
      "customerGets.value.percentage",
      "VALUE_OUTSIDE_RANGE",
    ],
    [
      "an amount of 0",
      gets({ discountAmount: { amount: "0" } }),
      "customerGets.value.discountAmount.amount",
      "GREATER_THAN",
    ],
    ["no value", { customerGets: { items: { all: true } } }, "customerGets.value", "BLANK"],
    ["no items", { customerGets: { value: { percentage: 0.1 } } }, "customerGets.items", "BLANK"],
    [
      "a product there is none of",
      gets({ percentage: 0.1 }, { products: { productsToAdd: ["gid://shopify/Product/7"] } }),
      "customerGets.items.products.productsToAdd",
      "INVALID",
    ],
    [
      "a segment there is none of",
      { context: { customerSegments: { add: ["gid://shopify/Segment/7"] } } },
      "context.customerSegments.add",
      "INVALID",
    ],
    ["six tags", { tags: ["a", "b", "c", "d", "e", "f"] }, "tags", "TOO_MANY_TAGS"],
    ["a tag of 256 letters", { tags: ["a".repeat(256)] }, "tags", "INVALID_TAG_LENGTH"],
    ["no use at all", { usageLimit: 0 }, "usageLimit", "GREATER_THAN"],
  ])("%s", async (_, input, field, code) => {
    expect(await refusals(input)).toEqual([[field, code]]);
    expect(opened.shop.discounts.size).toBe(0);
    expect(opened.events).toEqual([]);
  });

  test("is told everything that is wrong at once", async () => {
    const wrong = { title: "", tags: ["a", "b", "c", "d", "e", "f"], usageLimit: -1 };
    expect((await refusals(wrong)).map(([field]) => field)).toEqual([
      "title",
      "tags",
      "usageLimit",
    ]);
  });

  test("a start that is no date never gets as far as that", async () => {
    const input = { ...BASIC, startsAt: "soon" };
    expect(await opened.errorCodes(CREATE_BASIC, { input })).toEqual(["INVALID_VARIABLE"]);
  });
});

describe("A code", () => {
  test("is taken for the whole store, in any case", async () => {
    await createBasic(opened);
    const made = await opened.payload<CreatePayload>(CREATE_BASIC, {
      input: { ...BASIC, code: "summer26" },
    });
    expect(made).toEqual({
      codeDiscountNode: null,
      userErrors: [
        {
          field: ["basicCodeDiscount", "code"],
          code: "TAKEN",
          message: "Code must be unique. Please try a different code.",
        },
      ],
    });
  });

  test("is free in another store", async () => {
    await createBasic(opened);
    const shop = shopNamed(opened.standin, "second-shop");
    const { body } = await opened.call(CREATE_BASIC, { input: BASIC }, { shop });
    expect(body.data?.["discountCodeBasicCreate"]).toMatchObject({ userErrors: [] });
  });

  test("is free again once its discount is deleted", async () => {
    const id = await createBasic(opened);
    const gone = await opened.payload(verb("discountCodeDelete", "deletedCodeDiscountId"), { id });
    expect(gone).toEqual({ deletedCodeDiscountId: id, userErrors: [] });
    await createBasic(opened);
  });

  test("is found in any case", async () => {
    const id = await createBasic(opened);
    const query = `{ codeDiscountNodeByCode(code: "sUmMeR26") { id } }`;
    expect(await opened.payload(query)).toEqual({ id });
  });
});

describe("A discount that is there", () => {
  const STATUS = `query Status($id: ID!) {
    discountNode(id: $id) { discount { ... on DiscountCodeBasic { title status endsAt usageLimit tags
      customerGets { value { ... on DiscountPercentage { percentage } } } } } }
  }`;
  const read = async (id: string) =>
    (await opened.payload<{ discount: Record<string, unknown> }>(STATUS, { id })).discount;

  test("keeps what an update does not name", async () => {
    const id = await createBasic(opened, { usageLimit: 3, tags: ["x"] });
    await opened.payload(UPDATE_BASIC, { id, input: { title: "Autumn" } });
    expect(await read(id)).toEqual({
      title: "Autumn",
      status: "ACTIVE",
      endsAt: null,
      usageLimit: 3,
      tags: ["x"],
      customerGets: { value: { percentage: 0.2 } },
    });
  });

  test("an update takes away what it names as null", async () => {
    const id = await createBasic(opened, { usageLimit: 3, endsAt: "2026-12-01T00:00:00Z" });
    await opened.payload(UPDATE_BASIC, { id, input: { usageLimit: null, endsAt: null } });
    expect(await read(id)).toMatchObject({ usageLimit: null, endsAt: null });
  });

  test("a refused update changes nothing", async () => {
    const id = await createBasic(opened);
    await opened.payload(UPDATE_BASIC, { id, input: { title: "Autumn", usageLimit: 0 } });
    expect(await read(id)).toMatchObject({ title: "Summer", usageLimit: null });
  });

  test("goes from scheduled to active to expired by the clock", async () => {
    const dates = { startsAt: "2026-11-02T13:00:00Z", endsAt: "2026-11-02T14:00:00Z" };
    const id = await createBasic(opened, dates);
    const seen = [];
    for (let hour = 0; hour < 3; hour += 1) {
      seen.push((await read(id))["status"]);
      opened.later(3_600_000);
    }
    expect(seen).toEqual(["SCHEDULED", "ACTIVE", "EXPIRED"]);
  });

  test("ends when deactivated, and has no end once activated", async () => {
    const id = await createBasic(opened);
    await opened.payload(verb("discountCodeDeactivate", "codeDiscountNode { id }"), { id });
    expect(await read(id)).toMatchObject({ status: "EXPIRED", endsAt: "2026-11-02T12:00:00Z" });
    await opened.payload(verb("discountCodeActivate", "codeDiscountNode { id }"), { id });
    expect(await read(id)).toMatchObject({ status: "ACTIVE", endsAt: null });
    const topics = opened.events.map(({ topic }) => topic);
    expect(topics).toEqual([
      "discounts/create",
      "discounts/redeemcode_added",
      "discounts/update",
      "discounts/update",
    ]);
  });

  test("is not there for an update of another kind, nor in another store", async () => {
    const id = await createBasic(opened);
    const bxgy = `mutation Update($id: ID!) {
      discountCodeBxgyUpdate(id: $id, bxgyCodeDiscount: { title: "x" }) { userErrors { field message } }
    }`;
    const missing = [{ field: ["id"], message: "Discount does not exist" }];
    expect(await opened.payload(bxgy, { id })).toEqual({ userErrors: missing });
    const shop = shopNamed(opened.standin, "second-shop");
    const { body } = await opened.call(UPDATE_BASIC, { id, input: { title: "x" } }, { shop });
    expect(body.data?.["discountCodeBasicUpdate"]).toMatchObject({ userErrors: missing });
  });
});
