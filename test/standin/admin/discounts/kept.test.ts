import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BASIC, CREATE_BASIC, UPDATE_BASIC, type CreatePayload } from "../fixtures/discounts.ts";
import { openStandin, type Opened } from "../fixtures/open.ts";

const SCOPES = "read_discounts,write_discounts,read_customers,read_products,read_markets".split(
  ",",
);

let opened: Opened;
beforeEach(async () => {
  opened = await openStandin({ scopes: SCOPES });
});
afterEach(() => opened.standin.stop());

const CONTEXT = `context { __typename
  ... on DiscountMarkets { marketsCount markets(first: 5) { nodes { id name handle status enabled } } }
  ... on DiscountCustomers { customers { id } } ... on DiscountCustomerSegments { segments { id } } }`;

const BASIC_FIELDS = `title summary tags usageLimit appliesOncePerCustomer recurringCycleLimit startsAt endsAt
  createdAt updatedAt asyncUsageCount codesCount { count } discountClasses
  combinesWith { orderDiscounts productDiscounts shippingDiscounts } ${CONTEXT}
  minimumRequirement { __typename
    ... on DiscountMinimumSubtotal { greaterThanOrEqualToSubtotal { amount } }
    ... on DiscountMinimumQuantity { greaterThanOrEqualToQuantity } }
  customerGets { appliesOnOneTimePurchase appliesOnSubscription
    items { ... on DiscountProducts { products(first: 5) { nodes { id } } }
            ... on DiscountCollections { collections(first: 5) { nodes { id } } } }
    value { ... on DiscountPercentage { percentage } } }`;

const created = async (input: object): Promise<Record<string, unknown>> => {
  const query = `mutation Create($input: DiscountCodeBasicInput!) {
    discountCodeBasicCreate(basicCodeDiscount: $input) { userErrors { field code message }
      codeDiscountNode { codeDiscount { ... on DiscountCodeBasic { ${BASIC_FIELDS} } } } } }`;
  const { codeDiscountNode, userErrors } = await opened.payload<{
    codeDiscountNode: { codeDiscount: Record<string, unknown> } | null;
    userErrors: unknown;
  }>(query, { input: { ...BASIC, ...input } });
  if (!codeDiscountNode) throw new Error(JSON.stringify(userErrors));
  return codeDiscountNode.codeDiscount;
};

describe("What is said of a discount is kept", () => {
  test("for subscriptions", async () => {
    const customerGets = {
      ...BASIC.customerGets,
      appliesOnOneTimePurchase: false,
      appliesOnSubscription: true,
    };
    expect(await created({ customerGets, recurringCycleLimit: 3 })).toMatchObject({
      recurringCycleLimit: 3,
      customerGets: { appliesOnOneTimePurchase: false, appliesOnSubscription: true },
    });
  });

  test("for markets", async () => {
    const [market] = opened.shop.markets;
    const id = `gid://shopify/Market/${market?.id}`;
    expect(await created({ context: { markets: { add: [id] } } })).toMatchObject({
      context: {
        __typename: "DiscountMarkets",
        marketsCount: 1,
        markets: { nodes: [{ id, name: "Europe", status: "ACTIVE", enabled: true }] },
      },
    });
    const found = `{ discountNodes(first: 5, query: "context:market market_ids:${market?.id}") { nodes { id } } }`;
    expect(await opened.payload<{ nodes: unknown[] }>(found)).toMatchObject({ nodes: [{}] });
    expect(await opened.payload("{ markets(first: 1) { nodes { id } } }")).toEqual({
      nodes: [{ id }],
    });
  });

  test("for customers, collections, a minimum and what it combines with", async () => {
    const [customer] = opened.shop.customers;
    const [collection] = opened.shop.collections;
    const customerId = `gid://shopify/Customer/${customer?.id}`;
    const collectionId = `gid://shopify/Collection/${collection?.id}`;
    const made = await created({
      context: { customers: { add: [customerId] } },
      customerGets: { value: { percentage: 0.1 }, items: { collections: { add: [collectionId] } } },
      minimumRequirement: { quantity: { greaterThanOrEqualToQuantity: "2" } },
      combinesWith: { shippingDiscounts: true },
      usageLimit: 5,
      tags: ["spring"],
    });
    expect(made).toMatchObject({
      summary: "10% off selected items • Minimum quantity of 2",
      usageLimit: 5,
      tags: ["spring"],
      discountClasses: ["PRODUCT"],
      combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: true },
      context: { __typename: "DiscountCustomers", customers: [{ id: customerId }] },
      minimumRequirement: { greaterThanOrEqualToQuantity: "2" },
      customerGets: { items: { collections: { nodes: [{ id: collectionId }] } } },
    });
  });
});

describe("What cannot be is refused", () => {
  const refused = async (input: object) => {
    const made = await opened.payload<CreatePayload>(CREATE_BASIC, {
      input: { ...BASIC, ...input },
    });
    return made.userErrors.map(({ field, code }) => [field?.slice(1).join("."), code]);
  };

  test.each([
    [
      "a market there is none of",
      { context: { markets: { add: ["gid://shopify/Market/7"] } } },
      "context.markets.add",
      "INVALID",
    ],
    [
      "cycles below 0",
      { recurringCycleLimit: -1 },
      "recurringCycleLimit",
      "RECURRING_CYCLE_LIMIT_NOT_A_VALID_INTEGER",
    ],
    [
      "several cycles without subscriptions",
      { recurringCycleLimit: 2 },
      "recurringCycleLimit",
      "MULTIPLE_RECURRING_CYCLE_LIMIT_FOR_NON_SUBSCRIPTION_ITEMS",
    ],
    [
      "a minimum of nothing",
      { minimumRequirement: { quantity: { greaterThanOrEqualToQuantity: "0" } } },
      "minimumRequirement.quantity.greaterThanOrEqualToQuantity",
      "GREATER_THAN",
    ],
  ])("%s", async (_, input, field, code) => {
    expect(await refused(input)).toContainEqual([field, code]);
    expect(opened.shop.discounts.size).toBe(0);
  });
});

test("Buy X get Y can be changed, and keeps what was not", async () => {
  const items = {
    products: { productsToAdd: [`gid://shopify/Product/${opened.shop.products[0]?.id}`] },
  };
  const input = {
    title: "Three for two",
    code: "THREE",
    startsAt: BASIC.startsAt,
    context: BASIC.context,
    customerBuys: { value: { quantity: "2" }, items, isSubscription: true },
    customerGets: {
      value: { discountOnQuantity: { quantity: "1", effect: { percentage: 1 } } },
      items,
    },
  };
  const gives = `codeDiscountNode { id codeDiscount { ... on DiscountCodeBxgy { summary usesPerOrderLimit
    customerBuys { isOneTimePurchase isSubscription value { ... on DiscountQuantity { quantity } } } } } }
    userErrors { field code }`;
  type Payload = { codeDiscountNode: { id: string } | null; userErrors: unknown };
  const made = await opened.payload<Payload>(
    `mutation Create($input: DiscountCodeBxgyInput!) { discountCodeBxgyCreate(bxgyCodeDiscount: $input) { ${gives} } }`,
    { input },
  );
  const update = `mutation Update($id: ID!, $input: DiscountCodeBxgyInput!) {
    discountCodeBxgyUpdate(id: $id, bxgyCodeDiscount: $input) { ${gives} } }`;
  const id = made.codeDiscountNode?.id;
  expect(await opened.payload(update, { id, input: { usesPerOrderLimit: 2 } })).toMatchObject({
    codeDiscountNode: {
      codeDiscount: {
        summary: "Buy 2 items, get 1 items free",
        usesPerOrderLimit: 2,
        customerBuys: { isOneTimePurchase: true, isSubscription: true, value: { quantity: "2" } },
      },
    },
    userErrors: [],
  });
  expect(await opened.payload(update, { id, input: { usesPerOrderLimit: 0 } })).toEqual({
    codeDiscountNode: null,
    userErrors: [{ field: ["bxgyCodeDiscount", "usesPerOrderLimit"], code: "GREATER_THAN" }],
  });
});

test("Jobs, creations and discounts are read together, a point each", async () => {
  const { codeDiscountNode } = await opened.payload<CreatePayload>(CREATE_BASIC, { input: BASIC });
  const discount = codeDiscountNode?.id;
  const add = `mutation Add($id: ID!) { discountRedeemCodeBulkAdd(discountId: $id, codes: [{ code: "A" }]) { bulkCreation { id } } }`;
  const remove = `mutation Remove($id: ID!) { discountCodeRedeemCodeBulkDelete(discountId: $id, search: "A") { job { id } } }`;
  const added = await opened.payload<{ bulkCreation: { id: string } }>(add, { id: discount });
  const removed = await opened.payload<{ job: { id: string } }>(remove, { id: discount });
  const query = `query Look($ids: [ID!]!, $job: ID!, $gone: ID!) {
    nodes(ids: $ids) { id ... on DiscountRedeemCodeBulkCreation { done importedCount } }
    first: job(id: $job) { done } second: job(id: $gone) { done } }`;
  const { body } = await opened.call(query, {
    ids: [added.bulkCreation.id, discount],
    job: removed.job.id,
    gone: "gid://shopify/Job/none",
  });
  expect(body.data).toEqual({
    nodes: [{ id: added.bulkCreation.id, done: false, importedCount: 0 }, { id: discount }],
    first: { done: false },
    second: null,
  });
  expect(body.extensions?.cost.requestedQueryCost).toBe(4);
});

test("5,000 discounts are read in pages, each once, and those changed since in one", async () => {
  const { world } = opened.standin;
  await opened.payload<CreatePayload>(CREATE_BASIC, { input: BASIC });
  const [first] = opened.shop.discounts.values();
  if (!first) throw new Error("No discount");
  for (let index = 0; index < 5_000; index += 1) {
    const id = world.nextId("DiscountNode");
    opened.shop.discounts.set(id, { ...first, id, title: `No ${index % 7}` });
  }
  const read = `query Read($after: String, $query: String) {
    discountNodes(first: 250, after: $after, query: $query, sortKey: UPDATED_AT) {
      nodes { id } pageInfo { hasNextPage endCursor } } }`;
  type Page = {
    nodes: { id: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
  const seen: string[] = [];
  for (let after: string | null = null; ;) {
    opened.later(60_000);
    const page: Page = await opened.payload<Page>(read, { after });
    seen.push(...page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(new Set(seen).size).toBe(5_001);
  expect(seen).toHaveLength(5_001);

  const since = world.now().toISOString();
  opened.later(60_000);
  const id = seen[42]?.replace("DiscountNode", "DiscountCodeNode");
  await opened.payload(UPDATE_BASIC, { id, input: { title: "Changed" } });
  const { nodes } = await opened.payload<Page>(read, { query: `updated_at:>'${since}'` });
  expect(nodes).toEqual([{ id: seen[42] }]);
});
