import { describe, expect, test } from "vitest";
import { input } from "../orders/fixtures/input.ts";
import { placeOrder } from "../orders/place.ts";
import { stage } from "./fixtures/stage.ts";

describe("a shop", () => {
  test("shows itself, and hands out tokens for its staff", async () => {
    const { get, post } = await stage();
    expect((await get("/shops")).body).toMatchObject({
      shops: [{ handle: "leaf", installed: true }],
    });
    expect((await post("/leaf/session-token")).body).toEqual({ token: "leaf:Olive" });
    expect((await post("/leaf/session-token", { staffId: 404 })).status).toBe(404);
  });

  test("members of a segment come and go by its tag", async () => {
    const { get, post, sentTopics, shop, world } = await stage();
    const { customerId } = placeOrder(world, shop, input());
    expect((await post("/leaf/segments/6/members", { customerId })).status).toBe(200);
    expect((await get("/leaf/segments/6/members")).body).toEqual({
      members: [{ id: customerId, email: "ada@example.com" }],
    });
    await post("/leaf/segments/6/members", { customerId, member: false });
    expect((await get("/leaf/segments/6/members")).body).toEqual({ members: [] });
    await post(`/leaf/customers/${customerId}/tags`, { add: ["VIP"] });
    await get("/idle");
    expect(
      sentTopics()
        .filter((topic) => String(topic).includes("segment"))
        .toSorted(),
    ).toEqual(["customer.joined_segment", "customer.joined_segment", "customer.left_segment"]);
  });

  test("staff ends, restarts and deletes a discount", async () => {
    const { get, post, sentTopics, shop } = await stage();
    const id = shop.codeIndex.get("tea10");
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
    expect(sentTopics()).toEqual(["discounts/delete"]);
  });

  test("uninstalls once, and then only compliance is heard", async () => {
    const { app, get, post, sentTopics, shop, world } = await stage();
    const { customerId } = placeOrder(world, shop, input());
    await get("/idle");
    expect((await post("/leaf/uninstall")).status).toBe(200);
    expect((await post("/leaf/uninstall")).status).toBe(409);
    expect(shop.accessTokens.size).toBe(0);
    placeOrder(world, shop, input());
    await post("/leaf/compliance", { topic: "customers/redact", customerId });
    await post("/leaf/compliance", { topic: "shop/redact" });
    expect((await post("/leaf/compliance", { topic: "customers/redact" })).status).toBe(404);
    expect((await post("/leaf/compliance", { topic: "x", customerId })).status).toBe(422);
    await get("/idle");
    expect(sentTopics().slice(2).toSorted()).toEqual([
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
      orders_to_redact: shop.orders.map(({ id }) => id),
    });
  });

  test("hears of orders again once it is back", async () => {
    const { get, post, sentTopics, shop, world } = await stage();
    await post("/leaf/uninstall");
    await post("/leaf/install");
    placeOrder(world, shop, input());
    await get("/idle");
    expect(sentTopics()).toContain("orders/create");
  });
});
