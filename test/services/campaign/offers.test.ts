import { beforeEach, expect, test } from "vitest";

import { formOfCampaign } from "#app/components/campaign/form/form-of-campaign.ts";
import type { CampaignForm } from "#app/domain/campaign/form.ts";
import { AdminApiError } from "#app/infra/admin-api/admin-api-error.server.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { changeCampaign } from "#app/services/campaign/change-campaign.server.ts";
import { createCampaign } from "#app/services/campaign/create-campaign.server.ts";
import { getCampaign } from "#app/services/campaign/get-campaign.server.ts";
import { findCustomers } from "#app/services/chosen/find-customers.server.ts";
import { nameChosen } from "#app/services/chosen/name-chosen.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, formFor, refusalOf, valueOf, type TestShop } from "#test/support/test-shop.ts";

/** What Shopify has: everything with an id below 100. */
const THERE = 100;
let asked: Record<string, unknown>[] = [];
let isDown = false;

function shopify({ ids }: { ids?: string[] }) {
  const nodes = ids?.map((id) => {
    const [, type, number] = /Shopify\/(\w+)\/(\d+)$/i.exec(id) ?? [];
    if (Number(number) >= THERE) return null;
    if (type === "Customer") return { id, displayName: number === "9" ? "" : `Ada ${number}` };
    if (type !== "ProductVariant") return { id, title: `${type} ${number}` };
    return { id, displayName: `Variant ${number}`, product: { id: "gid://shopify/Product/1" } };
  });
  const customer = { id: "gid://shopify/Customer/9", displayName: "", defaultEmailAddress: null };
  return { nodes, customers: { nodes: [customer] } };
}

const run = (_operation: unknown, variables: Record<string, unknown>) => {
  asked.push(variables);
  if (isDown) return Promise.reject(new AdminApiError("unavailable", "No answer."));
  return Promise.resolve(shopify(variables) as never);
};
const deps = await testDeps({ adminApi: () => ({ run }) as AdminApi });
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  asked = [];
  isDown = false;
});

const create = (change: Partial<CampaignForm>) =>
  createCampaign(deps, at.as("editor"), formFor(at, change));
const formNow = async (id: string) =>
  formOfCampaign(valueOf(await getCampaign(deps, at.as("viewer"), id)), at.shop.timeZone);

const BUY_X_GET_Y: Partial<CampaignForm> = {
  ...{ offerKind: "buy_x_get_y", buysItems: "collections", buysCollectionIds: "3" },
  ...{ buysNeed: "amount", buysQuantity: "", buysAmount: "50.00" },
  ...{ items: "products", productIds: "5,12", variantIds: "40", getsQuantity: "2" },
  ...{ getsEffect: "percentage", getsPercentage: "33.33", usesPerOrder: "4" },
};

const OFFERS: [string, Partial<CampaignForm>][] = [
  ["a percentage off collections", { items: "collections", collectionIds: "3,20" }],
  [
    "an amount off each of some products",
    {
      ...{ offerKind: "fixed_amount", amount: "5.00", eachItem: "on" },
      ...{ items: "products", productIds: "5", variantIds: "40,41" },
    },
  ],
  [
    "free shipping up to a price, to countries, from an amount",
    {
      ...{ offerKind: "free_shipping", maximumPrice: "9.90", shipsTo: "countries" },
      ...{ countries: "AT,DE", minimum: "subtotal", minimumSubtotal: "30.00" },
    },
  ],
  ["buy X, get Y", BUY_X_GET_Y],
  ["from three items on", { minimum: "quantity", minimumQuantity: "3" }],
  [
    "for two customers, with other discounts",
    {
      ...{ audience: "customers", customerIds: "7,8", combinesOrder: "on" },
      ...{ combinesProduct: "on", combinesShipping: "on" },
    },
  ],
];

test.each(OFFERS)("%s is kept as it was typed", async (_, change) => {
  const { id } = valueOf(await create(change));
  const now = await formNow(id);
  const { percentage: __, ...asTyped } = formFor(at, change);
  const isPercentage = now.offerKind === "percentage";
  expect(now).toEqual({
    ...asTyped,
    percentage: isPercentage ? "10" : "",
    codeCount: "1",
    usesPerCode: "",
  });
});

test.each(OFFERS)("%s, saved again as it is, is no change", async (_, change) => {
  const { id } = valueOf(await create(change));
  const before = await prisma.campaign.findFirst({ where: { id } });
  valueOf(await changeCampaign(deps, at.as("editor"), id, await formNow(id)));
  expect(await prisma.campaign.findFirst({ where: { id } })).toEqual(before);
});

test("value, items, minimum, combinations and audience change; the kind of offer does not", async () => {
  const { id } = valueOf(await create(BUY_X_GET_Y));
  const change: Partial<CampaignForm> = {
    ...{ offerKind: "percentage", buysNeed: "quantity", buysQuantity: "3", getsEffect: "free" },
    ...{ items: "collections", collectionIds: "20", combinesShipping: "on" },
    ...{ audience: "customers", customerIds: "7" },
  };
  valueOf(await changeCampaign(deps, at.as("editor"), id, { ...(await formNow(id)), ...change }));
  expect(valueOf(await getCampaign(deps, at.as("viewer"), id))).toMatchObject({
    offer: {
      ...{ kind: "buy_x_get_y", basisPoints: 10_000, quantity: 2 },
      buys: {
        items: { kind: "collections", ids: ["3"] },
        need: { kind: "quantity", quantity: 3 },
      },
    },
    items: { kind: "collections", ids: ["20"] },
    combines: { order: false, product: false, shipping: true },
    customerIds: ["7"],
  });
  const audit = await prisma.auditEvent.findFirst({ where: { action: "campaign.changed" } });
  expect(Object.keys(audit?.after as object).sort()).toEqual(
    ["buys", "combines", "customers", "customersAdded", "customersRemoved", "items"].sort(),
  );
});

test("the log, which is for good, says how many customers there were, not who", async () => {
  const two = { audience: "customers", customerIds: "77,88" };
  const { id } = valueOf(await create(two));
  const form = { ...(await formNow(id)), customerIds: "66,77,55" };
  valueOf(await changeCampaign(deps, at.as("editor"), id, form));
  const log = await prisma.auditEvent.findMany({
    where: { subjectId: id },
    orderBy: { id: "asc" },
  });
  expect(log.map(({ before, after }) => ({ before, after }))).toMatchObject([
    { after: { customers: 2 } },
    {
      before: { customers: 2 },
      after: { customers: 3, customersAdded: 2, customersRemoved: 1 },
    },
  ]);
  expect(JSON.stringify(log.map(({ before, after }) => [before, after]))).not.toMatch(/[5-8]{2}/);
});

test.each<[string, Partial<CampaignForm>, string]>([
  ["a product", { items: "products", productIds: "5,700" }, "productIds"],
  ["a variant", { items: "products", variantIds: "700" }, "productIds"],
  ["a collection", { items: "collections", collectionIds: "700" }, "collectionIds"],
  ["what is bought", { ...BUY_X_GET_Y, buysCollectionIds: "700" }, "buysCollectionIds"],
  ["a customer", { audience: "customers", customerIds: "7,700" }, "customerIds"],
])("%s that is not in Shopify is refused beside the field", async (_, change, field) => {
  expect(refusalOf(await create(change))).toBe(field);
  expect(await prisma.campaign.count({ where: { shopId: at.shop.id } })).toBe(0);
});

test("while Shopify does not answer, a campaign is made all the same", async () => {
  isDown = true;
  valueOf(await create({ items: "products", productIds: "700" }));
  const ids = { product: ["1"], variant: [], collection: [], customer: [] };
  expect(valueOf(await nameChosen(deps, at.as("viewer"), ids))).toEqual({
    named: [],
    isComplete: false,
  });
});

test("what is chosen is named, with nothing asked where nothing is chosen", async () => {
  const viewer = at.as("viewer");
  const ids = { product: ["1", "700"], variant: ["2"], collection: ["3"], customer: ["4", "9"] };
  expect(valueOf(await nameChosen(deps, viewer, ids)).named).toEqual([
    { kind: "product", id: "1", name: "Product 1" },
    { kind: "variant", id: "2", name: "Variant 2", productId: "1" },
    { kind: "collection", id: "3", name: "Collection 3" },
    { kind: "customer", id: "4", name: "Ada 4" },
    { kind: "customer", id: "9", name: "Customer 9" },
  ]);
  asked = [];
  const nothing = { product: [], variant: [], collection: [], customer: [] };
  expect(valueOf(await nameChosen(deps, viewer, nothing)).named).toEqual([]);
  expect(asked).toEqual([]);
});

test.each([
  ["ada", "ada*"],
  ["  Ada  Byron ", "ada* byron*"],
  ["ada@example.com", "ada@example.com*"],
  ["email:x OR NOT -tag:vip", "emailx* or* not* tagvip*"],
  ["Müller-Lüdenscheidt", "müller-lüdenscheidt*"],
])("customers are searched for %j by %j", async (typed, text) => {
  expect(valueOf(await findCustomers(deps, at.as("editor"), typed))).toEqual([
    { id: "9", name: "Customer 9", email: null },
  ]);
  expect(asked).toEqual([{ text }]);
});

test("who may not make campaigns finds no customers, and nothing is searched for by nothing", async () => {
  expect(refusalOf(await findCustomers(deps, at.as("viewer"), "ada"))).toBe("forbidden");
  expect(valueOf(await findCustomers(deps, at.as("editor"), ' "*" '))).toEqual([]);
  expect(asked).toEqual([]);
});
