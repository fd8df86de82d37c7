import { beforeEach, describe, expect, it } from "vitest";
import { discount, PERCENT_10 } from "../checkout/fixtures/cart.ts";
import { FakeShop } from "../checkout/fixtures/shop.ts";
import type { OrderActions } from "../checkout/order-actions.ts";
import { generateHistory } from "./generate.ts";
import type { HistoryCode } from "./options.ts";
import { chance } from "./random.ts";
import { orderMoments } from "./rhythm.ts";

const DAY = 86_400_000;
const END = new Date("2026-07-01T12:00:00Z");

describe("the rhythm of orders", () => {
  const moments = orderMoments(chance(7), END, 90, 4_000);

  it("stays within the days asked for, oldest first", () => {
    expect(moments).toHaveLength(4_000);
    expect(moments[0]!.getTime()).toBeGreaterThanOrEqual(END.getTime() - 90 * DAY);
    expect(moments.at(-1)!.getTime()).toBeLessThan(END.getTime());
    expect([...moments].sort((a, b) => a.getTime() - b.getTime())).toEqual(moments);
  });

  it("sells more on Saturdays than on Tuesdays, and more in the evening than at night", () => {
    const on = (day: number): number => moments.filter((at) => at.getUTCDay() === day).length;
    const from = (hour: number, to: number): number =>
      moments.filter((at) => at.getUTCHours() >= hour && at.getUTCHours() < to).length;
    expect(on(6)).toBeGreaterThan(on(2) * 1.2);
    expect(from(18, 22)).toBeGreaterThan(from(0, 4) * 3);
  });
});

describe("generating history", () => {
  let shop: FakeShop;
  let events: { kind: string; id: string; at: Date }[];
  let actions: OrderActions;

  beforeEach(() => {
    shop = new FakeShop();
    shop.codes.set(
      "summer26",
      discount(PERCENT_10, { startsAt: new Date("2026-05-01T00:00:00Z") }),
    );
    events = [];
    const record = (kind: string) => (id: string, at: Date) => {
      events.push({ kind, id, at });
      return Promise.resolve();
    };
    actions = {
      cancel: record("cancelled"),
      refund: record("refunded"),
      markPaid: record("paid"),
      expire: record("expired"),
    };
  });

  function generate(codes: readonly HistoryCode[], seed = 1) {
    return generateHistory({ shop, actions, days: 90, orders: 400, codes, seed });
  }

  it("places every order, a share of them with the code", async () => {
    const result = await generate([{ code: "SUMMER26", share: 0.5 }]);
    const withCode = shop.drafts.filter((draft) => draft.applications.length > 0);
    expect(result).toMatchObject({ orders: 400, withCode: withCode.length });
    // Half of the orders of the two months in which the code was valid.
    expect(withCode.length).toBeGreaterThan(100);
    expect(withCode.length).toBeLessThan(170);
    expect(withCode.every(({ createdAt }) => createdAt >= new Date("2026-05-01"))).toBe(true);
  });

  it("counts what happened to the orders, each once and after it was placed", async () => {
    const result = await generate([]);
    const count = (kind: string): number => events.filter((event) => event.kind === kind).length;
    expect(result).toMatchObject({
      cancelled: count("cancelled"),
      refunded: count("refunded"),
      expired: count("expired"),
    });
    expect(result.refunded).toBeGreaterThan(0);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    const placedAt = new Map(
      shop.ordersOf().map((order) => [order.id, order.createdAt.getTime()] as const),
    );
    for (const { id, at } of events) {
      expect(at.getTime()).toBeGreaterThan(placedAt.get(id) ?? Infinity);
      expect(at.getTime()).toBeLessThan(END.getTime());
    }
    const transfers = shop.drafts.filter((draft) => draft.financialStatus === "pending").length;
    expect(result.pending).toBe(transfers - count("paid") - count("expired"));
  });

  it("has a code get about of late, by way of the sites that were given", async () => {
    const referringSites = ["https://www.coupons.example/1", "https://www.coupons.example/2"];
    const leaked = { code: "SUMMER26", share: 0.5, sinceDays: 10, referringSites };
    await generate([{ code: "SUMMER26", share: 0.1 }, leaked]);
    const from = END.getTime() - 10 * DAY;
    const sent = shop.drafts.filter(({ referringSite }) => referringSite !== undefined);
    expect(new Set(sent.map(({ referringSite }) => referringSite))).toEqual(
      new Set(referringSites),
    );
    for (const { createdAt, applications } of sent) {
      expect(createdAt.getTime()).toBeGreaterThanOrEqual(from);
      expect(applications).toHaveLength(1);
    }
    const before = shop.drafts.filter(({ createdAt }) => createdAt.getTime() < from);
    expect(before.some(({ applications }) => applications.length > 0)).toBe(true);
  });

  it("keeps nobody above the limit it was given", async () => {
    await generate([{ code: "SUMMER26", share: 1, mostPerCustomer: 2 }]);
    const uses = new Map<string, number>();
    for (const { email = "", applications } of shop.drafts) {
      uses.set(email, (uses.get(email) ?? 0) + applications.length);
    }
    expect(Math.max(...uses.values())).toBe(2);
  });

  it("has everybody order from one home, phone and device", async () => {
    await generate([]);
    const places = Map.groupBy(shop.drafts, ({ email }) => email);
    for (const drafts of places.values()) {
      const theirs = drafts.map(({ shippingAddress, phone, browserIp, userAgent }) =>
        JSON.stringify([shippingAddress, phone, browserIp, userAgent]),
      );
      expect(new Set(theirs).size).toBe(1);
    }
    expect([...places.values()].some((drafts) => drafts.length > 2)).toBe(true);
  });

  it("has somebody take the code by several accounts, and people who live together", async () => {
    await generate([{ code: "SUMMER26", share: 0.1, mostPerCustomer: 1 }]);
    const lines = [...Map.groupBy(shop.drafts, ({ browserIp }) => browserIp).values()]
      .map((drafts) => [...new Map(drafts.map((draft) => [draft.email, draft])).values()])
      .filter((accounts) => accounts.length > 1);
    const devices = (accounts: typeof shop.drafts) =>
      new Set(
        accounts.map(({ userAgent, shippingAddress }) => `${userAgent} ${shippingAddress.city}`),
      );
    const rings = lines.filter((accounts) => accounts.length > 2 && devices(accounts).size === 1);
    expect(rings.length).toBeGreaterThan(0);
    for (const { createdAt, applications } of rings.flat())
      if (createdAt >= new Date("2026-05-01")) expect(applications).toHaveLength(1);
    expect(lines.length).toBeGreaterThan(rings.length);
  });

  it("gives the same past for the same seed, another for another", async () => {
    await generate([], 5);
    const first = [...shop.drafts];
    shop.drafts.length = 0;
    await generate([], 5);
    expect(shop.drafts).toEqual(first);
    shop.drafts.length = 0;
    await generate([], 6);
    expect(shop.drafts).not.toEqual(first);
  });
});
