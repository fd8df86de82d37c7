import { expect, test } from "vitest";
import { takeFromBucket } from "../admin/bucket.ts";
import { logCall } from "../admin/usage.ts";
import { issueOffline } from "../auth/tokens.ts";
import { stage } from "./fixtures/stage.ts";

test("A plan is switched, with its bucket full, or with other numbers", async () => {
  const { post, shop, world } = await stage();
  takeFromBucket(world, shop, 1_500);
  expect((await post("/leaf/plan", { plan: "plus" })).body).toEqual({
    plan: "plus",
    bucket: { maximumAvailable: 20_000, currentlyAvailable: 20_000, restoreRate: 1_000 },
  });
  expect((await post("/leaf/plan", { plan: "standard", restoreRate: 5_000 })).body).toEqual({
    plan: "standard",
    bucket: { maximumAvailable: 2_000, currentlyAvailable: 2_000, restoreRate: 5_000 },
  });
  await post("/leaf/plan", { plan: "standard" });
  expect(shop.rate).toBeUndefined();
  expect((await post("/leaf/plan", { plan: "huge" })).status).toBe(422);
});

test("What calls came to is read, and forgotten", async () => {
  const { get, remove, shop, world } = await stage();
  const call = { at: world.now(), shop: shop.domain, kind: "query", fields: [] } as const;
  const cost = { requestedCost: 12, actualCost: 7 };
  logCall(world, { ...call, ...cost, operation: "Read", status: 200, outcome: "ok" });
  logCall(world, { ...call, ...cost, operation: "Read", status: 0, outcome: "loseResponse: ok" });
  expect((await get("/leaf/usage")).body).toMatchObject({
    calls: 2,
    points: 14,
    throttled: 0,
    failed: 1,
    operations: { Read: { calls: 2, points: 14 } },
    plan: "standard",
    bucket: { restoreRate: 100 },
  });
  await remove("/leaf/usage");
  expect((await get("/leaf/usage")).body).toMatchObject({ calls: 0, operations: {} });
});

test("Tokens and scopes are taken away and given", async () => {
  const { events, post, shop, world } = await stage();
  const { access } = issueOffline(world, shop, true);
  const answer = await post("/leaf/scopes", { drop: ["read_orders"], grant: ["read_markets"] });
  expect(answer.body["grantedScopes"]).toEqual([
    "write_discounts",
    "read_customers",
    "read_markets",
  ]);
  expect([...access.scopes]).toEqual(["write_discounts", "read_customers", "read_markets"]);
  expect(events.at(-1)).toMatchObject({ topic: "app/scopes_update" });
  await post("/leaf/revoke");
  expect([shop.accessTokens.size, shop.refreshTokens.size]).toEqual([0, 1]);
  await post("/leaf/revoke", { refresh: true });
  expect(shop.refreshTokens.size).toBe(0);
  expect((await post("/leaf/scopes", { drop: "x" })).status).toBe(422);
});

test("A muted topic is not sent, the others are", async () => {
  const { get, post, sentTopics, shop, world } = await stage();
  await post("/modes", { mute: ["discounts/delete"] });
  world.emit(shop, "discounts/delete", { id: 1 });
  world.emit(shop, "shop/redact", { id: 2 });
  await get("/idle");
  expect(sentTopics()).toEqual(["shop/redact"]);
  await post("/modes", { mute: [] });
  world.emit(shop, "discounts/delete", { id: 3 });
  await get("/idle");
  expect(sentTopics()).toEqual(["shop/redact", "discounts/delete"]);
  expect((await post("/modes", { mute: "all" })).status).toBe(422);
});

test("The clock runs faster, and dates may be wrong", async () => {
  const { post, world } = await stage();
  expect((await post("/clock", { speed: 0 })).status).toBe(422);
  expect((await post("/clock", { speed: 20, dateSkewMs: -90_000 })).status).toBe(200);
  expect(world.config.dateSkewMs).toBe(-90_000);
});
