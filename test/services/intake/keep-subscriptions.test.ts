import { beforeEach, expect, test } from "vitest";

import { AdminApiError, SHOP_CLOSED } from "#app/infra/admin-api/admin-api-error.server.ts";
import type { AdminApi } from "#app/infra/admin-api/admin-api.server.ts";
import { askPermission } from "#app/services/intake/ask-permission.server.ts";
import { keepSubscriptions } from "#app/services/intake/keep-subscriptions.server.ts";
import { queueComparisons } from "#app/services/redemption/queue-comparisons.server.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, type TestShop } from "#test/support/test-shop.ts";

/* What Shopify may answer: here nothing but its answers is made up. */
const DISPUTES = "read_shopify_payments_disputes";
const MERGES = "read_customer_merge";
const shopify = {
  scopes: [] as string[],
  there: [] as { topic: string; uri: string }[],
  refuses: [] as string[],
  asked: [] as string[],
  fails: null as AdminApiError | null,
};

const api = {
  run({ document }: { document: string }, variables: { topic: string; uri: string }) {
    if (shopify.fails) return Promise.reject(shopify.fails);
    if (document.includes("query ReadSubscriptions")) {
      const accessScopes = shopify.scopes.map((handle) => ({ handle }));
      const webhookSubscriptions = { nodes: [...shopify.there] };
      return Promise.resolve({ currentAppInstallation: { accessScopes }, webhookSubscriptions });
    }
    shopify.asked.push(variables.topic);
    const isRefused = shopify.refuses.includes(variables.topic);
    if (!isRefused) shopify.there.push(variables);
    const userErrors = isRefused ? [{ field: ["topic"], message: "Not this one" }] : [];
    return Promise.resolve({ webhookSubscriptionCreate: { userErrors } });
  },
} as unknown as AdminApi;

const deps = await testDeps({ adminApi: () => api, now: "2026-06-15T12:00:00Z" });
const { prisma } = deps.database;
let shops = 0;
let at: TestShop;

beforeEach(async () => {
  Object.assign(shopify, { scopes: [], there: [], refuses: [], asked: [], fails: null });
  at = await addShop(deps, `subscriptions-${(shops += 1)}.myshopify.com`);
});

const keep = () => keepSubscriptions(deps, { shopId: at.shop.id });
const ask = (permission: string) => askPermission(deps, at.as("admin"), permission);
const messageOf = (outcome: Awaited<ReturnType<typeof ask>>) =>
  "refusal" in outcome && "message" in outcome.refusal ? outcome.refusal.message : "";
const told = async () => {
  const rows = await prisma.toldTopic.findMany({ where: { shopId: at.shop.id } });
  return rows.map(({ topic, since }) => [topic, since.toISOString().slice(0, 10)]).toSorted();
};
const audited = () =>
  prisma.auditEvent.count({ where: { shopId: at.shop.id, action: { endsWith: "s.asked" } } });

test("what one permission is refused does not keep the other from being told", async () => {
  Object.assign(shopify, { scopes: [DISPUTES, MERGES], refuses: ["DISPUTES_CREATE"] });
  expect((await ask("merges")).ok).toBe(true);
  expect(await told()).toEqual([
    ["customers/merge", "2026-06-15"],
    ["disputes/update", "2026-06-15"],
  ]);
  expect(messageOf(await ask("disputes"))).toMatch(
    /refused to tell of chargebacks: “Not this one”\. .*press the button again/,
  );
});

test("what was taken back is noted though another is refused", async () => {
  shopify.scopes = [MERGES];
  await keep();
  Object.assign(shopify, { scopes: [DISPUTES], refuses: ["DISPUTES_CREATE", "DISPUTES_UPDATE"] });
  expect((await keep()).refused).toHaveLength(2);
  expect(await told()).toEqual([]);
});

test("what Shopify dropped is told since it was asked for again", async () => {
  shopify.scopes = [DISPUTES];
  await keep();
  shopify.there = shopify.there.filter(({ topic }) => topic !== "DISPUTES_UPDATE");
  const start = deps.clock.now;
  try {
    deps.clock.now = new Date("2026-09-01T12:00:00Z");
    await keep();
    expect(await told()).toEqual([
      ["disputes/create", "2026-06-15"],
      ["disputes/update", "2026-09-01"],
    ]);
    await keep();
    expect(shopify.asked).toEqual(["DISPUTES_CREATE", "DISPUTES_UPDATE", "DISPUTES_UPDATE"]);
  } finally {
    deps.clock.now = start;
  }
});

test("a subscription to another address is none of ours", async () => {
  shopify.scopes = [MERGES];
  shopify.there = [{ topic: "CUSTOMERS_MERGE", uri: "https://elsewhere.example.com/webhooks" }];
  await keep();
  expect(shopify.asked).toEqual(["CUSTOMERS_MERGE"]);
});

test("it is written down once, by whom, with what is told from then on", async () => {
  shopify.scopes = [MERGES];
  await ask("merges");
  await ask("merges");
  expect(await audited()).toBe(1);
});

test("nothing is noted when Shopify does not answer, and the words say what to do", async () => {
  shopify.fails = new AdminApiError("unavailable", "no answer");
  expect(messageOf(await ask("disputes"))).toMatch(/did not answer\. .*try again in a minute/);
  expect([await told(), await audited()]).toEqual([[], 0]);
  shopify.fails = new AdminApiError("unauthorized", "no");
  expect(messageOf(await ask("disputes"))).toContain("Open Bonafide in the Shopify admin once");
  shopify.fails = new AdminApiError("denied", SHOP_CLOSED);
  expect(messageOf(await ask("disputes"))).toContain("Try again when it is");
  expect([await told(), await audited()]).toEqual([[], 0]);
});

test("a viewer may not", async () => {
  expect(await askPermission(deps, at.as("viewer"), "disputes")).toMatchObject({
    refusal: { kind: "forbidden" },
  });
});

test("it is looked at once a day, whatever becomes of the comparison of orders", async () => {
  const queued = async () => {
    await queueComparisons(deps);
    const jobs = await deps.takeJobs();
    return jobs.some(
      ({ name, data }) =>
        name === "keep-subscriptions" && "shopId" in data && data.shopId === at.shop.id,
    );
  };
  expect(await queued()).toBe(true);
  await keep();
  expect(await queued()).toBe(false);
  const start = deps.clock.now;
  try {
    deps.clock.now = new Date(start.getTime() + 86_500_000);
    expect(await queued()).toBe(true);
  } finally {
    deps.clock.now = start;
  }
});
