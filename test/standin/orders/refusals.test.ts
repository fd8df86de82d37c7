import { describe, expect, test } from "vitest";
import { cancelOrder } from "./cancel.ts";
import { findOrder } from "./change.ts";
import { expireOrder } from "./expire.ts";
import { input } from "./fixtures/input.ts";
import { scene } from "./fixtures/world.ts";
import { markPaid } from "./mark-paid.ts";
import type { OrderOutcome } from "./outcome.ts";
import { placeOrder } from "./place.ts";
import { refundOrder } from "./refund.ts";

describe("what Shopify refuses changes nothing", () => {
  type Act = (of: ReturnType<typeof scene>, id: number) => OrderOutcome;
  const cases: readonly [string, Act][] = [
    ["paying a paid order", ({ world, shop }, id) => markPaid(world, shop, id)],
    ["expiring a paid order", ({ world, shop }, id) => expireOrder(world, shop, id)],
    [
      "refunding more than was paid",
      ({ world, shop }, id) => refundOrder(world, shop, id, { kind: "amount", amount: 4_531 }),
    ],
    [
      "refunding nothing",
      ({ world, shop }, id) => refundOrder(world, shop, id, { kind: "amount", amount: 0 }),
    ],
    [
      "refunding half a cent",
      ({ world, shop }, id) => refundOrder(world, shop, id, { kind: "amount", amount: 0.5 }),
    ],
    ["an order that is not there", ({ world, shop }) => cancelOrder(world, shop, 404)],
  ];
  test.each(cases)("%s", (_, act) => {
    const stage = scene();
    const order = placeOrder(stage.world, stage.shop, input());
    stage.events.length = 0;
    const outcome = act(stage, order.id);
    expect(outcome.ok || outcome.message).toMatch(/\w/);
    expect(stage.events).toEqual([]);
    expect(findOrder(stage.shop, order.id)).toBe(order);
  });

  test("cancelling twice, and paying or refunding what is cancelled and voided", () => {
    const { world, shop } = scene();
    const { id } = placeOrder(world, shop, input({ financialStatus: "pending" }));
    expect(cancelOrder(world, shop, id)).toMatchObject({
      ok: true,
      order: { financialStatus: "voided" },
    });
    expect(cancelOrder(world, shop, id).ok).toBe(false);
    expect(markPaid(world, shop, id).ok).toBe(false);
    expect(refundOrder(world, shop, id).ok).toBe(false);
  });
});
