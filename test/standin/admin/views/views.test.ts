import { isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AdminContext } from "../context.ts";
import { createBasic } from "../fixtures/discounts.ts";
import { openStandin, type Opened } from "../fixtures/open.ts";
import { mutationRoot } from "../mutation-root.ts";
import { queryRoot } from "../query-root.ts";
import { loadAdminSchema } from "../schema.ts";
import { nodeView } from "./node.ts";

let opened: Opened;
let context: AdminContext;
let discount: string;
const schema = (await loadAdminSchema()).schema;

beforeAll(async () => {
  opened = await openStandin();
  discount = await createBasic(opened);
  const [token] = opened.shop.accessTokens.values();
  const { required } = await loadAdminSchema();
  if (!token) throw new Error("No token");
  context = {
    world: opened.standin.world,
    shop: opened.shop,
    token,
    schema,
    required,
    node: (id) => nodeView(context, id),
  };
});
afterAll(() => opened.standin.stop());

/** Every field a view answers must be one that Shopify has: a misspelt one would never be asked for. */
function unknownFields(typename: string, view: object): string[] {
  const type = schema.getType(typename);
  if (!isObjectType(type)) return [typename];
  const fields = new Set(["__typename", ...Object.keys(type.getFields())]);
  return Object.keys(view).filter((field) => !fields.has(field));
}

test("The roots answer only what Shopify asks", () => {
  expect(unknownFields("QueryRoot", queryRoot(context))).toEqual([]);
  expect(unknownFields("Mutation", mutationRoot(context))).toEqual([]);
});

describe("What a global id names", () => {
  test("is spelt as in the schema, whatever it is", () => {
    const { shop } = opened;
    const [product] = shop.products;
    const ids = [
      `gid://shopify/Customer/${shop.customers[0]?.id}`,
      `gid://shopify/Product/${product?.id}`,
      `gid://shopify/ProductVariant/${product?.variants[0]?.id}`,
      `gid://shopify/Collection/${shop.collections[0]?.id}`,
      `gid://shopify/Segment/${shop.segments[0]?.id}`,
      `gid://shopify/Market/${shop.markets[0]?.id}`,
      `gid://shopify/Shop/${shop.id}`,
      `gid://shopify/AppInstallation/424242`,
      discount,
      discount.replace("DiscountCodeNode", "DiscountNode"),
    ];
    for (const id of ids) {
      const view = nodeView(context, id);
      expect(view, id).not.toBeNull();
      if (view) expect(unknownFields(view.__typename, view), id).toEqual([]);
    }
  });

  test("is nothing when there is none of that number", () => {
    expect(nodeView(context, "gid://shopify/Customer/1")).toBeNull();
  });

  test("is an error when it is no global id", () => {
    expect(() => nodeView(context, "1")).toThrow("Invalid global id '1'");
  });
});
