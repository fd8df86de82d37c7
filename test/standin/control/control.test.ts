import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { activateDiscount, deactivateDiscount, deleteDiscount } from "../admin/discounts/verbs.ts";
import { input, off } from "../orders/fixtures/input.ts";
import { NOON, scene, type Scene } from "../orders/fixtures/world.ts";
import { placeOrder } from "../orders/place.ts";
import { serveRoutes } from "../page/serve.ts";
import { startReceiver, type Receiver } from "../webhooks/fixtures/receiver.ts";
import { startOutbound, type Outbound } from "./outbound.ts";
import { controlRoutes } from "./routes.ts";

const TOML = `
[webhooks]
api_version = "2026-10"
[[webhooks.subscriptions]]
topics = ["orders/create", "orders/updated", "refunds/create", "orders/cancelled", "app/uninstalled",
  "customer.joined_segment", "customer.left_segment", "discounts/delete"]
compliance_topics = ["shop/redact", "customers/redact", "customers/data_request"]
uri = "/webhooks"
`;

let stage: Scene;
let app: Receiver;
let outbound: Outbound;
let closeServer: () => void;
let base: string;

beforeEach(async () => {
  app = await startReceiver();
  stage = scene();
  const { world, shop } = stage;
  world.config.appUrl = app.url;
  shop.staff.push({
    id: 5,
    firstName: "Olive",
    lastName: "Owner",
    email: "olive@example.com",
    locale: "en",
    accountOwner: true,
    collaborator: false,
  });
  const query = "customer_tags CONTAINS 'vip'";
  shop.segments.push({ id: 6, name: "VIP", query, createdAt: NOON, updatedAt: NOON });
  outbound = startOutbound(world, { toml: TOML, retryMs: [1, 1] });
  const routes = controlRoutes({
    ...outbound,
    world,
    mintIdToken: ({ handle }, { firstName }) => `${handle}:${firstName}`,
    discountActions: {
      activate: (at, discount) => activateDiscount(world, at, discount),
      deactivate: (at, discount) => deactivateDiscount(world, at, discount),
      remove: (at, discount) => deleteDiscount(world, at, discount),
    },
  });
  const server = createServer((incoming, outgoing) => {
    void serveRoutes(routes, incoming, outgoing).then((served) => {
      if (!served) outgoing.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/control`;
  closeServer = () => {
    server.closeAllConnections();
    server.close();
  };
});

afterEach(async () => {
  outbound.stop();
  stage.world.clock.stop();
  closeServer();
  await app.close();
});

type Answer = { readonly status: number; readonly body: Record<string, unknown> };

async function call(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${base}${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const get = (path: string) => call("GET", path);
const post = (path: string, body?: unknown) => call("POST", path, body);
const topics = () => app.received.map(({ headers }) => headers["x-shopify-topic"]);

describe("orders", () => {
  test("are found by what they carry", async () => {
    const { world, shop } = stage;
    placeOrder(world, shop, input({ applications: [off("TEA10", { tea: 298 })] }));
    placeOrder(world, shop, input({ email: "bea@example.com", financialStatus: "pending" }));
    const { body } = await get("/leaf/orders?code=tea10");
    expect(body).toMatchObject({
      count: 1,
      orders: [
        { name: "#1001", total: 4_232, discounts: 298, codes: [{ code: "TEA10", amount: 298 }] },
      ],
    });
    expect((await get("/leaf/orders?status=pending")).body["count"]).toBe(1);
    expect((await get("/leaf/orders?email=BEA@example.com")).body["count"]).toBe(1);
    expect((await get("/leaf/orders?cancelled=true")).body["count"]).toBe(0);
    expect((await get(`/leaf/orders?customer=${shop.customers[0]?.id}`)).body["count"]).toBe(1);
  });

  test("are paid, refunded and cancelled, and the app hears of it", async () => {
    const { id } = placeOrder(stage.world, stage.shop, input({ financialStatus: "pending" }));
    const path = `/leaf/orders/${id}`;
    expect((await post(`${path}/pay`)).body).toMatchObject({ financialStatus: "paid" });
    expect((await post(`${path}/refund`, { amount: 530 })).body).toMatchObject({ refunded: 530 });
    expect((await post(`${path}/refund`)).body).toMatchObject({ refunded: 4_530 });
    expect((await post(`${path}/cancel`, { reason: "fraud" })).status).toBe(200);
    expect((await get(path)).body).toMatchObject({ id, cancel_reason: "fraud" });
    await get("/idle");
    expect(topics().filter((topic) => topic === "refunds/create")).toHaveLength(2);
    expect(topics()).toContain("orders/cancelled");
  });

  test("refuse what Shopify refuses", async () => {
    const { id } = placeOrder(stage.world, stage.shop, input());
    expect((await post(`/leaf/orders/${id}/expire`)).status).toBe(409);
    expect((await post(`/leaf/orders/${id}/refund`, { amount: 99_999 })).status).toBe(409);
    expect((await post(`/leaf/orders/${id}/refund`, { amount: "all" })).status).toBe(422);
    expect((await post(`/leaf/orders/${id}/cancel`, { reason: "bored" })).status).toBe(422);
    expect((await post("/leaf/orders/1/pay")).status).toBe(404);
    expect((await get("/nowhere/orders")).status).toBe(404);
  });
});

describe("webhooks", () => {
  test("are listed, read and sent again", async () => {
    placeOrder(stage.world, stage.shop, input());
    await get("/idle");
    const { body } = await get("/deliveries?topic=orders/create&shop=leaf&state=delivered");
    const [first] = body["deliveries"] as { readonly id: string }[];
    expect(body["count"]).toBe(1);
    const one = await get(`/deliveries/${first?.id}`);
    expect(JSON.parse(String(one.body["body"]))).toMatchObject({ name: "#1001" });
    expect((await post(`/deliveries/${first?.id}/resend`)).status).toBe(202);
    expect((await post("/deliveries/none/resend")).status).toBe(404);
    expect((await post("/deliveries/resend-all", { shuffle: true })).body["count"]).toBe(2);
    await get("/idle");
    expect(topics()).toHaveLength(5);
    await call("DELETE", "/deliveries");
    expect((await get("/deliveries")).body["count"]).toBe(0);
  });

  test("follow the modes that are set", async () => {
    expect((await post("/modes", { duplicateShare: 2 })).status).toBe(422);
    expect((await post("/modes", { speed: 1 })).status).toBe(422);
    expect((await post("/modes", { duplicateShare: 1 })).body).toMatchObject({
      duplicateShare: 1,
      delayMs: 0,
    });
    placeOrder(stage.world, stage.shop, input());
    await get("/idle");
    expect(topics()).toHaveLength(4);
  });

  test("meet the faults that are set, and outlive them", async () => {
    const rule = {
      match: { on: "webhook", name: "orders/*" },
      effect: { action: "reset" },
      times: 2,
    };
    const { status, body } = await post("/faults", rule);
    expect(status).toBe(201);
    placeOrder(stage.world, stage.shop, input());
    await get("/idle");
    expect(topics()).toHaveLength(2);
    expect((await get("/faults")).body).toMatchObject({ rules: [{ struck: 2, seen: 4 }] });
    expect((await call("DELETE", `/faults/${String(body["id"])}`)).status).toBe(200);
    expect((await call("DELETE", `/faults/${String(body["id"])}`)).status).toBe(404);
  });

  test.each([
    {},
    { match: { on: "moon" }, effect: { action: "reset" } },
    { match: { on: "call" }, effect: { action: "explode" } },
    { match: { on: "call" }, effect: { action: "status", status: 200 } },
    { match: { on: "call" }, effect: { action: "slow" } },
    { match: { on: "call" }, effect: { action: "reset" }, times: -1 },
    { match: { on: "call" }, effect: { action: "reset" }, probability: 2 },
  ])("a fault that makes no sense is refused: %j", async (rule) => {
    expect((await post("/faults", rule)).status).toBe(422);
    expect((await get("/faults")).body).toEqual({ rules: [] });
  });

  test("idle gives up after its time", async () => {
    await post("/modes", { delayMs: 5_000 });
    placeOrder(stage.world, stage.shop, input());
    expect((await get("/idle?timeoutMs=30")).status).toBe(504);
  });
});

describe("a shop", () => {
  test("shows itself, and hands out tokens for its staff", async () => {
    expect((await get("/shops")).body).toMatchObject({
      shops: [{ handle: "leaf", installed: true }],
    });
    expect((await post("/leaf/session-token")).body).toEqual({ token: "leaf:Olive" });
    expect((await post("/leaf/session-token", { staffId: 404 })).status).toBe(404);
  });

  test("members of a segment come and go by its tag", async () => {
    const { customerId } = placeOrder(stage.world, stage.shop, input());
    expect((await post("/leaf/segments/6/members", { customerId })).status).toBe(200);
    expect((await get("/leaf/segments/6/members")).body).toEqual({
      members: [{ id: customerId, email: "ada@example.com" }],
    });
    await post("/leaf/segments/6/members", { customerId, member: false });
    expect((await get("/leaf/segments/6/members")).body).toEqual({ members: [] });
    await post(`/leaf/customers/${customerId}/tags`, { add: ["VIP"] });
    await get("/idle");
    expect(
      topics()
        .filter((topic) => String(topic).includes("segment"))
        .toSorted(),
    ).toEqual(["customer.joined_segment", "customer.joined_segment", "customer.left_segment"]);
  });

  test("staff ends, restarts and deletes a discount", async () => {
    const id = stage.shop.codeIndex.get("tea10");
    const status = async () =>
      ((await get("/leaf/discounts")).body["discounts"] as { readonly status: string }[])[0]
        ?.status;
    expect(await status()).toBe("ACTIVE");
    await post(`/leaf/discounts/${id}/deactivate`);
    expect(await status()).toBe("EXPIRED");
    await post(`/leaf/discounts/${id}/activate`);
    expect(await status()).toBe("ACTIVE");
    await post(`/leaf/discounts/${id}/delete`);
    expect(await status()).toBeUndefined();
    await get("/idle");
    expect(topics()).toEqual(["discounts/delete"]);
  });

  test("uninstalls once, and then only compliance is heard", async () => {
    const { customerId } = placeOrder(stage.world, stage.shop, input());
    await get("/idle");
    expect((await post("/leaf/uninstall")).status).toBe(200);
    expect((await post("/leaf/uninstall")).status).toBe(409);
    placeOrder(stage.world, stage.shop, input());
    await post("/leaf/compliance", { topic: "customers/redact", customerId });
    await post("/leaf/compliance", { topic: "shop/redact" });
    expect((await post("/leaf/compliance", { topic: "customers/redact" })).status).toBe(404);
    expect((await post("/leaf/compliance", { topic: "x", customerId })).status).toBe(422);
    await get("/idle");
    expect(topics().slice(2).toSorted()).toEqual([
      "app/uninstalled",
      "customers/redact",
      "shop/redact",
    ]);
    const redact = app.received.find(
      (one) => one.headers["x-shopify-topic"] === "customers/redact",
    );
    expect(JSON.parse(redact?.body ?? "")).toMatchObject({
      shop_domain: "leaf.myshopify.com",
      customer: { id: customerId, email: "ada@example.com" },
      orders_to_redact: stage.shop.orders.map(({ id }) => id),
    });
  });
});

test("the clock moves, and orders are dated by it", async () => {
  const { body } = await post("/clock", { ms: 86_400_000 });
  expect(body["now"]).toBe("2026-06-02T12:00:00.000Z");
  expect((await get("/clock")).body["now"]).toBe("2026-06-02T12:00:00.000Z");
  expect((await post("/clock", {})).status).toBe(422);
});

test("calls of the app are listed by shop and operation", async () => {
  const call = {
    at: NOON,
    shop: stage.shop.domain,
    kind: "mutation",
    operation: "AddCodes",
    fields: ["discountRedeemCodeBulkAdd"],
    requestedCost: 10,
    actualCost: 10,
    status: 200,
    outcome: "ok",
  } as const;
  stage.world.calls.push(call, { ...call, operation: "Other", fields: ["shop"] });
  expect((await get("/calls?shop=leaf")).body["count"]).toBe(2);
  expect((await get("/calls?operation=discountRedeemCodeBulkAdd")).body["count"]).toBe(1);
  expect((await get("/calls?shop=other")).body["count"]).toBe(0);
});
