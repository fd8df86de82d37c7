import { describe, expect, test } from "vitest";
import { input, off } from "../orders/fixtures/input.ts";
import { placeOrder } from "../orders/place.ts";
import { stage } from "./fixtures/stage.ts";

describe("orders", () => {
  test("are found by what they carry", async () => {
    const { get, shop, world } = await stage();
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
    const { get, post, sentTopics, shop, world } = await stage();
    const { id } = placeOrder(world, shop, input({ financialStatus: "pending" }));
    const path = `/leaf/orders/${id}`;
    expect((await post(`${path}/pay`)).body).toMatchObject({ financialStatus: "paid" });
    expect((await post(`${path}/refund`, { amount: 530 })).body).toMatchObject({ refunded: 530 });
    expect((await post(`${path}/refund`)).body).toMatchObject({ refunded: 4_530 });
    expect((await post(`${path}/cancel`, { reason: "fraud" })).status).toBe(200);
    expect((await get(path)).body).toMatchObject({ id, cancel_reason: "fraud" });
    await get("/idle");
    expect(sentTopics().filter((topic) => topic === "refunds/create")).toHaveLength(2);
    expect(sentTopics()).toContain("orders/cancelled");
  });

  test("refuse what Shopify refuses", async () => {
    const { get, post, shop, world } = await stage();
    const { id } = placeOrder(world, shop, input());
    expect((await post(`/leaf/orders/${id}/expire`)).status).toBe(409);
    expect((await post(`/leaf/orders/${id}/refund`, { amount: 99_999 })).status).toBe(409);
    expect((await post(`/leaf/orders/${id}/refund`, { amount: "all" })).status).toBe(422);
    expect((await post(`/leaf/orders/${id}/cancel`, { reason: "bored" })).status).toBe(422);
    expect((await post(`/leaf/orders/${id}/edit`, {})).status).toBe(422);
    expect((await post(`/leaf/orders/${id}/edit`, { lineId: 1 })).status).toBe(409);
    expect((await post("/leaf/orders/1/pay")).status).toBe(404);
    expect((await get("/nowhere/orders")).status).toBe(404);
  });
});
