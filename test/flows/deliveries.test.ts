import { describe, expect, test } from "vitest";

import { openLoopStage } from "./fixtures/loop-stage.ts";

const { app, store } = await openLoopStage();
const second = await store("second-shop");

type Order = {
  total: number;
  discounts: number;
  refunded: number;
  test: boolean;
  cancelledAt: string | null;
  financialStatus: string;
  codes: { code: string; amount: number }[];
};
type Dashboard = Record<"orders" | "revenueMinor" | "discountMinor", { value: number }>;

describe("webhooks twice, under new ids and in any order", () => {
  test("come to the store's own sums", async () => {
    const CODE = "HALLOWEEN26_5OFF";
    const { sender } = app.standin.outbound;
    const id = await second.campaign(CODE, { percentage: "5", perCustomer: "", totalCap: "500" });
    sender.setModes({ duplicateShare: 0.6, newIdShare: 0.5, shuffleMs: 400 });
    for (let index = 0; index < 12; index += 1) {
      const { token } = await second.attempt({ email: `buyer${index}@example.com` }, CODE);
      const order = await second.pay(token, index % 4 === 3 ? "bank-transfer" : "card");
      if (index % 4 === 0)
        await second.control(`orders/${order}/refund`, index % 8 ? {} : { amount: 300 });
      if (index % 4 === 1)
        await second.control(`orders/${order}/cancel`, { refund: index % 8 === 1 });
      if (index % 4 === 3)
        await second.control(`orders/${order}/${index % 8 === 3 ? "pay" : "expire"}`, {});
    }
    await second.settled();
    sender.resendAll({ shuffle: true });
    await second.settled();
    sender.setModes({ duplicateShare: 0, newIdShare: 0, shuffleMs: 0 });

    const { orders } = await second.control<{ orders: Order[] }>("orders");
    const counted = orders.filter((order) => !order.test && order.cancelledAt === null);
    const coded = counted.filter(({ codes }) => codes.some(({ amount }) => amount > 0));
    const sum = (list: Order[], field: "total" | "discounts" | "refunded") =>
      list.reduce((total, order) => total + order[field], 0);
    const { dashboard } = await second.staff.read<{ dashboard: Dashboard }>("app._index");
    expect.soft(dashboard.orders.value).toBe(counted.length);
    // Revenue is what was paid; an order that expired never was.
    const paid = coded.filter(({ financialStatus }) => financialStatus !== "expired");
    expect.soft(dashboard.revenueMinor.value).toBe(sum(paid, "total"));
    expect.soft(dashboard.discountMinor.value).toBe(sum(coded, "discounts"));
    const { redemptions, refundMinor } = await second.detail(id);
    expect.soft(redemptions).toBe(12);
    // Of a cancelled order neither what was paid nor what was given back is left.
    expect.soft(sum(orders, "refunded")).toBeGreaterThan(sum(counted, "refunded"));
    expect.soft(refundMinor).toBe(sum(counted, "refunded"));
  });
});
