import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createBasic } from "./fixtures/discounts.ts";
import { openStandin, shopNamed, type Opened } from "./fixtures/open.ts";

let opened: Opened;
afterEach(() => opened.standin.stop());

describe("Without a scope", () => {
  beforeEach(async () => {
    opened = await openStandin({ scopes: ["read_discounts", "write_customers"] });
  });

  test.each([
    ["a query", "{ orders(first: 1) { nodes { id } } }", "orders", "read_orders"],
    ["one object", `{ product(id: "gid://shopify/Product/1") { id } }`, "product", "read_products"],
    [
      "a mutation",
      `mutation { discountCodeDelete(id: "gid://shopify/DiscountCodeNode/1") { userErrors { message } } }`,
      "discountCodeDelete",
      "write_discounts",
    ],
  ])("%s is denied, and says what it needs", async (_, query, field, scope) => {
    const { status, body } = await opened.call(query);
    expect(status).toBe(200);
    expect(body.errors).toMatchObject([{ path: [field], extensions: { code: "ACCESS_DENIED" } }]);
    expect(body.errors?.[0]?.message).toMatch(`Access denied for ${field} field.`);
    expect(body.errors?.[0]?.message).toMatch(scope);
  });

  test("a metafield is denied on an owner the app may not change", async () => {
    const set = `mutation Set($ownerId: ID!) { metafieldsSet(metafields: [{ ownerId: $ownerId,
      namespace: "$app", key: "kk", type: "json", value: "1" }]) { userErrors { code } } }`;
    const [customer] = opened.shop.customers;
    const discount = "gid://shopify/DiscountNode/1";
    expect(await opened.errorCodes(set, { ownerId: discount })).toEqual(["ACCESS_DENIED"]);
    const ownerId = `gid://shopify/Customer/${customer?.id}`;
    expect(await opened.errorCodes(set, { ownerId })).toEqual([]);
  });

  test("a field further in is denied, the rest answered", async () => {
    const query = "{ customers(first: 1) { nodes { displayName lastOrder { id } } } }";
    const { body } = await opened.call(query);
    expect(body.errors).toMatchObject([
      { path: ["customers", "nodes", 0, "lastOrder"], extensions: { code: "ACCESS_DENIED" } },
    ]);
    expect(body.data).toMatchObject({ customers: { nodes: [{ lastOrder: null }] } });
  });

  test("writing includes reading", async () => {
    expect(await opened.errorCodes("{ customers(first: 1) { nodes { id } } }")).toEqual([]);
  });
});

describe("With all scopes", () => {
  beforeEach(async () => {
    opened = await openStandin();
  });

  test.each([
    ["an unknown token", { token: "shpat_unknown" }, 401],
    ["no token", { token: "" }, 401],
    ["another version", { version: "2026-07" }, 404],
  ])("%s is turned away", async (_, as, status) => {
    const reply = await opened.call("{ shop { name } }", {}, as);
    expect(reply.status).toBe(status);
    expect(reply.body.data).toBeUndefined();
  });

  test("a token of one store opens no other", async () => {
    const [token] = opened.shop.accessTokens.keys();
    await opened.call("{ shop { name } }");
    const [own = token ?? ""] = opened.shop.accessTokens.keys();
    const shop = shopNamed(opened.standin, "second-shop");
    const reply = await opened.call("{ shop { name } }", {}, { token: own, shop });
    expect(reply.status).toBe(401);
  });

  test("a discount of one store is not in the other", async () => {
    const id = await createBasic(opened);
    const shop = shopNamed(opened.standin, "second-shop");
    const query = "query Node($id: ID!) { node(id: $id) { id } }";
    const { body } = await opened.call(query, { id }, { shop });
    expect(body.data).toEqual({ node: null });
  });

  test.each([
    ["a field", "{ shop { billingAddress { city } } }", "Shop.billingAddress"],
    ["a query", "{ appDiscountTypes { functionId } }", "QueryRoot.appDiscountTypes"],
    [
      "a search filter",
      `{ customers(first: 1, query: "state:ENABLED") { nodes { id } } }`,
      "state",
    ],
    ["an order", "{ products(first: 1, sortKey: VENDOR) { nodes { id } } }", "VENDOR"],
  ])("%s that is not implemented says so", async (_, query, what) => {
    const { body } = await opened.call(query);
    expect(body.errors).toMatchObject([{ extensions: { code: "STANDIN_UNIMPLEMENTED" } }]);
    expect(body.errors?.[0]?.message).toContain(what);
  });

  test("a field Shopify does not have is refused before anything is done", async () => {
    const query = `mutation { segmentCreate(name: "A", query: "number_of_orders = 0") { madeUp } }`;
    expect(await opened.errorCodes(query)).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    expect(opened.shop.segments).toHaveLength(2);
  });

  test("calls are written down", async () => {
    await opened.call("query Name { shop { name } }");
    expect(opened.standin.world.calls.at(-1)).toMatchObject({
      shop: opened.shop.domain,
      kind: "query",
      operation: "Name",
      fields: ["shop"],
      requestedCost: 1,
      actualCost: 1,
      status: 200,
      outcome: "ok",
    });
  });
});
