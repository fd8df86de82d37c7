import { describe, expect, test } from "vitest";
import { input } from "../orders/fixtures/input.ts";
import { placeOrder } from "../orders/place.ts";
import { stage } from "./fixtures/stage.ts";

describe("webhooks", () => {
  test("are listed, read and sent again", async () => {
    const { get, post, remove, sentTopics, shop, world } = await stage();
    placeOrder(world, shop, input());
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
    expect(sentTopics()).toHaveLength(5);
    await remove("/deliveries");
    expect((await get("/deliveries")).body["count"]).toBe(0);
  });

  test("follow the modes that are set", async () => {
    const { get, post, sentTopics, shop, world } = await stage();
    expect((await post("/modes", { duplicateShare: 2 })).status).toBe(422);
    expect((await post("/modes", { speed: 1 })).status).toBe(422);
    expect((await post("/modes", { duplicateShare: 1 })).body).toMatchObject({
      duplicateShare: 1,
      delayMs: 0,
    });
    placeOrder(world, shop, input());
    await get("/idle");
    expect(sentTopics()).toHaveLength(4);
  });

  test("meet the faults that are set, and outlive them", async () => {
    const { get, post, remove, sentTopics, shop, world } = await stage();
    const rule = {
      match: { on: "webhook", name: "orders/*" },
      effect: { action: "reset" },
      times: 2,
    };
    const { status, body } = await post("/faults", rule);
    expect(status).toBe(201);
    placeOrder(world, shop, input());
    await get("/idle");
    expect(sentTopics()).toHaveLength(2);
    expect((await get("/faults")).body).toMatchObject({ rules: [{ struck: 2, seen: 4 }] });
    expect((await remove(`/faults/${String(body["id"])}`)).status).toBe(200);
    expect((await remove(`/faults/${String(body["id"])}`)).status).toBe(404);
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
    const { get, post } = await stage();
    expect((await post("/faults", rule)).status).toBe(422);
    expect((await get("/faults")).body).toEqual({ rules: [] });
  });

  test("idle gives up after its time", async () => {
    const { get, post, shop, world } = await stage();
    await post("/modes", { delayMs: 5_000 });
    placeOrder(world, shop, input());
    expect((await get("/idle?timeoutMs=30")).status).toBe(504);
  });
});
