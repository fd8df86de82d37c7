import { describe, expect, test } from "vitest";
import type { AdminCall } from "../state.ts";
import type { NewFaultRule } from "./rule.ts";
import { FaultStore } from "./store.ts";

const CALL: AdminCall = {
  shop: "leaf.myshopify.com",
  kind: "mutation",
  operation: "AddCodes",
  fields: ["discountRedeemCodeBulkAdd"],
};

function strikes(store: FaultStore, count: number, call: AdminCall = CALL): string {
  return Array.from({ length: count }, () =>
    store.beforeCall(call).action === "pass" ? "." : "x",
  ).join("");
}

function storeWith(rule: NewFaultRule, random: () => number = () => 0): FaultStore {
  const store = new FaultStore(random);
  store.add(rule);
  return store;
}

const THROTTLE = { action: "throttle" } as const;

describe("when a rule strikes", () => {
  test("always, unless said otherwise", () => {
    expect(strikes(storeWith({ match: { on: "call" }, effect: THROTTLE }), 3)).toBe("xxx");
  });

  test("the third call, once", () => {
    const rule = { match: { on: "call" }, effect: THROTTLE, after: 2, times: 1 } as const;
    expect(strikes(storeWith(rule), 5)).toBe("..x..");
  });

  test("by a share of calls, from the seed", () => {
    const draws = [0.1, 0.9, 0.2, 0.8];
    let next = 0;
    const store = storeWith(
      { match: { on: "call" }, effect: THROTTLE, probability: 0.5 },
      () => draws[next++] ?? 0,
    );
    expect(strikes(store, 4)).toBe("x.x.");
    expect(store.rules()[0]).toMatchObject({ seen: 4, struck: 2 });
  });

  test("by its own seed, whatever else is drawn", () => {
    const rule = { match: { on: "call" }, effect: THROTTLE, probability: 0.5, seed: 7 } as const;
    const alone = strikes(
      storeWith(rule, () => 0),
      20,
    );
    const store = storeWith(rule, () => 0.9);
    store.add({ match: { on: "call" }, effect: { action: "reset" }, probability: 0.5 });
    expect(strikes(store, 20)).toBe(alone);
    expect(alone).toMatch(/x\.+x/);
  });

  test("the first due of several, while all count", () => {
    const store = new FaultStore(() => 0);
    store.add({ match: { on: "call" }, effect: { action: "reset" }, times: 1 });
    store.add({ match: { on: "call" }, effect: { action: "status", status: 502 } });
    expect(store.beforeCall(CALL)).toEqual({ action: "reset" });
    expect(store.beforeCall(CALL)).toEqual({ action: "status", status: 502 });
    expect(store.rules().map(({ seen }) => seen)).toEqual([2, 2]);
  });

  test("no more once removed", () => {
    const store = new FaultStore(() => 0);
    const { id } = store.add({ match: { on: "call" }, effect: THROTTLE });
    expect(store.remove(id)).toBe(true);
    expect(store.remove(id)).toBe(false);
    expect(strikes(store, 1)).toBe(".");
  });
});

describe("what a rule matches", () => {
  test.each([
    ["AddCodes", "x"],
    ["discountRedeemCodeBulkAdd", "x"],
    ["discount*", "x"],
    ["mutation", "x"],
    ["query", "."],
    ["discount", "."],
    ["orders/create", "."],
  ])("%s of a mutation: %s", (name, expected) => {
    expect(strikes(storeWith({ match: { on: "call", name }, effect: THROTTLE }), 1)).toBe(expected);
  });

  test("only the shop it names", () => {
    const store = storeWith({ match: { on: "call", shop: CALL.shop }, effect: THROTTLE });
    expect(strikes(store, 1, { ...CALL, shop: "other.myshopify.com" })).toBe(".");
    expect(strikes(store, 1)).toBe("x");
  });

  test("webhooks by their topic, and never calls", () => {
    const store = storeWith({ match: { on: "webhook", name: "orders/*" }, effect: THROTTLE });
    const delivery = {
      id: "1",
      eventId: "1",
      topic: "orders/paid",
      shop: CALL.shop,
      apiVersion: "2026-10",
      url: "",
      body: "",
      triggeredAt: new Date(0),
      attempts: [],
      state: "pending",
    } as const;
    expect(strikes(store, 1)).toBe(".");
    expect(store.beforeDelivery(delivery)).toEqual(THROTTLE);
    expect(store.beforeDelivery({ ...delivery, topic: "refunds/create" })).toEqual({
      action: "pass",
    });
  });
});

test("a timeout outlasts every client's patience", () => {
  const store = storeWith({ match: { on: "call" }, effect: { action: "timeout" } });
  const action = store.beforeCall(CALL);
  expect(action.action === "slow" && action.ms).toBeGreaterThanOrEqual(60_000);
});
