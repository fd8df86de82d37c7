import { afterEach, beforeEach, expect, test } from "vitest";
import { changeScopes } from "../../auth/take-away.ts";
import { uninstallApp } from "../../auth/uninstall.ts";
import { openStandin, type Opened } from "../fixtures/open.ts";

let opened: Opened;
beforeEach(async () => (opened = await openStandin()));
afterEach(() => opened.standin.stop());

const CREATE = `mutation ($topic: WebhookSubscriptionTopic!, $uri: String!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: { uri: $uri }) {
    webhookSubscription { topic uri } userErrors { field message }
  }
}`;
const LIST = `query ($topics: [WebhookSubscriptionTopic!]) {
  webhookSubscriptions(first: 10, topics: $topics) { nodes { topic uri } }
}`;
const uri = "https://app.example.com/webhooks";
const create = (topic: string, at = uri) =>
  opened.payload<{ userErrors: { message: string }[] }>(CREATE, { topic, uri: at });
const listed = async (topics?: string[]) =>
  (await opened.payload<{ nodes: unknown[] }>(LIST, { topics })).nodes;

test("a topic is subscribed to once its scope is granted, and once at an address", async () => {
  const denied = await create("DISPUTES_CREATE");
  expect(denied.userErrors[0]?.message).toContain("cannot create");
  changeScopes(opened.standin.world, opened.shop, { grant: ["read_shopify_payments_disputes"] });
  expect(await create("DISPUTES_CREATE")).toEqual({
    webhookSubscription: { topic: "DISPUTES_CREATE", uri },
    userErrors: [],
  });
  const again = await create("DISPUTES_CREATE");
  expect(again.userErrors[0]?.message).toContain("already been taken");
  expect(await listed()).toEqual([{ topic: "DISPUTES_CREATE", uri }]);
  expect(await listed(["CUSTOMERS_MERGE"])).toEqual([]);
  expect((await create("DISPUTES_CREATE", "nowhere")).userErrors).toHaveLength(1);
});

test("merged customers are told with a scope of their own", async () => {
  expect((await create("CUSTOMERS_MERGE")).userErrors).toHaveLength(1);
  changeScopes(opened.standin.world, opened.shop, { grant: ["read_customer_merge"] });
  expect((await create("CUSTOMERS_MERGE")).userErrors).toEqual([]);
});

test("uninstalling drops what was subscribed to in the shop", async () => {
  await create("ORDERS_CREATE");
  expect(opened.shop.ownSubscriptions.size).toBe(1);
  uninstallApp(opened.standin.world, opened.shop);
  expect(opened.shop.ownSubscriptions.size).toBe(0);
});
