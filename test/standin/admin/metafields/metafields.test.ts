import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { UserErrors } from "../fixtures/discounts.ts";
import { openStandin, shopNamed, type Opened } from "../fixtures/open.ts";

let opened: Opened;
let customers: readonly string[];
beforeEach(async () => {
  opened = await openStandin();
  customers = opened.shop.customers.map(({ id }) => `gid://shopify/Customer/${id}`);
});
afterEach(() => opened.standin.stop());

const SET = `mutation Set($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    metafields { value compareDigest namespace owner { ... on Node { id } } }
    userErrors { field code elementIndex }
  }
}`;

type SetPayload = {
  readonly metafields: readonly { value: string; compareDigest: string; namespace: string }[];
  readonly userErrors: UserErrors;
};

const field = (owner: string | undefined, value: string, more: object = {}) => ({
  ownerId: owner,
  namespace: "$app",
  key: "standing",
  type: "single_line_text_field",
  value,
  ...more,
});
const set = (...metafields: readonly object[]) => opened.payload<SetPayload>(SET, { metafields });
const read = async (id: string | undefined) => {
  const query = `query Read($id: ID!) { customer(id: $id) {
    metafield(namespace: "$app", key: "standing") { value } } }`;
  const { metafield } = await opened.payload<{ metafield: { value: string } | null }>(query, {
    id,
  });
  return metafield?.value ?? null;
};

describe("Compare-and-set", () => {
  test("writes where the digest is the one that is there", async () => {
    const [first] = (await set(field(customers[0], "one", { compareDigest: null }))).metafields;
    const second = await set(field(customers[0], "two", { compareDigest: first?.compareDigest }));
    expect(second.userErrors).toEqual([]);
    expect(await read(customers[0])).toBe("two");
  });

  test.each([
    ["null where something is", null],
    ["the digest of what was there before", "stale"],
  ])("refuses %s", async (_, digest) => {
    const [before] = (await set(field(customers[0], "zero"))).metafields;
    await set(field(customers[0], "one"));
    const compareDigest = digest === null ? null : before?.compareDigest;
    const refused = await set(field(customers[0], "two", { compareDigest }));
    expect(refused).toEqual({
      metafields: [],
      userErrors: [{ field: ["metafields", "0"], code: "STALE_OBJECT", elementIndex: null }],
    });
    expect(await read(customers[0])).toBe("one");
  });

  test("is all or nothing", async () => {
    await set(field(customers[1], "there"));
    const refused = await set(
      field(customers[0], "new", { compareDigest: null }),
      field(customers[1], "new", { compareDigest: null }),
      field(customers[2], "new", { compareDigest: null }),
    );
    expect(refused.userErrors.map((error) => error.field)).toEqual([["metafields", "1"]]);
    expect(await Promise.all(customers.slice(0, 3).map(read))).toEqual([null, "there", null]);
  });
});

describe("A value that cannot be", () => {
  test.each([
    ["two lines as one", { value: "a\nb" }, "value", "INVALID_VALUE"],
    ["no JSON", { type: "json", value: "{" }, "value", "INVALID_VALUE"],
    ["half a number", { type: "number_integer", value: "1.5" }, "value", "INVALID_VALUE"],
    [
      "one item that is none of a list's",
      { type: "list.number_integer", value: '["a"]' },
      "value",
      "INVALID_VALUE",
    ],
    ["nothing", { value: "" }, "value", "BLANK"],
    ["too much", { value: "ü".repeat(32_769) }, "value", "TOO_LONG"],
    ["a type there is not", { type: "poem" }, "type", "INCLUSION"],
    ["a short key", { key: "a" }, "key", "TOO_SHORT"],
    ["a key with a point", { key: "a.b" }, "key", "INVALID"],
    ["an owner there is not", { ownerId: "gid://shopify/Customer/1" }, "ownerId", "INVALID"],
  ])("%s", async (_, more, at, code) => {
    const refused = await set(field(customers[0], "x", more));
    expect(refused.userErrors).toEqual([
      { field: ["metafields", "0", at], code, elementIndex: null },
    ]);
    expect(opened.shop.metafields.size).toBe(0);
  });

  test("65,536 bytes are still taken", async () => {
    expect((await set(field(customers[0], "ü".repeat(32_768)))).userErrors).toEqual([]);
  });

  test("25 are the most at once", async () => {
    const many = (count: number) => customers.slice(0, count).map((id) => field(id, "x"));
    expect(await set(...many(26))).toMatchObject({
      metafields: [],
      userErrors: [{ field: ["metafields"], code: "LESS_THAN_OR_EQUAL_TO" }],
    });
    expect((await set(...many(25))).metafields).toHaveLength(25);
  });
});

test("The type is needed once, and then known", async () => {
  const { type: _, ...untyped } = field(customers[0], "x");
  expect((await set(untyped)).userErrors).toMatchObject([{ code: "BLANK" }]);
  await set(field(customers[0], "x"));
  expect((await set({ ...untyped, value: "y" })).userErrors).toEqual([]);
});

test("$app is the app's own namespace, and so is none", async () => {
  const { namespace: _, ...unnamed } = field(customers[0], "x");
  expect((await set(unnamed)).metafields[0]?.namespace).toBe("app--424242");
  const named = await set(field(customers[0], "x", { namespace: "$app:more" }));
  expect(named.metafields[0]?.namespace).toBe("app--424242--more");
});

test("Deleting answers null for what is not there", async () => {
  await set(field(customers[0], "x"));
  const remove = `mutation Delete($metafields: [MetafieldIdentifierInput!]!) {
    metafieldsDelete(metafields: $metafields) { deletedMetafields { ownerId key } userErrors { message } }
  }`;
  const metafields = customers
    .slice(0, 2)
    .map((ownerId) => ({ ownerId, namespace: "$app", key: "standing" }));
  expect(await opened.payload(remove, { metafields })).toEqual({
    deletedMetafields: [{ ownerId: customers[0], key: "standing" }, null],
    userErrors: [],
  });
  expect(await read(customers[0])).toBeNull();
});

test("Another store's customer is nobody's", async () => {
  const shop = shopNamed(opened.standin, "second-shop");
  const { body } = await opened.call(SET, { metafields: [field(customers[0], "x")] }, { shop });
  expect(body.data?.["metafieldsSet"]).toMatchObject({
    userErrors: [{ field: ["metafields", "0", "ownerId"] }],
  });
});
