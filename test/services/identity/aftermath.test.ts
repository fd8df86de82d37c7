import { describe, expect, test } from "vitest";

import { scoreOrders } from "#app/services/identity/score-orders.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import type { TestShop } from "#test/support/test-shop.ts";
import { openShop, outcome, someOrders, tell } from "./fixtures.ts";

const deps = await testDeps();
const { pool } = deps.database;
const bodies = someOrders(31, 160);
let shops = 0;
const open = async () => (await openShop(deps, `aftermath-${(shops += 1)}`)).at;
const score = (at: TestShop) => scoreOrders(deps, { shopId: at.shop.id });

async function told(at: TestShop, topic: string, payload: object): Promise<void> {
  await deliver(deps, at.shop.domain, { topic, payload });
  await processInbox(deps, at.shop.id);
}

const refund = (at: TestShop, orderId: number, amount: string, when: string) =>
  told(at, "refunds/create", {
    ...{ id: orderId + 1, order_id: orderId, created_at: when },
    transactions: [{ kind: "refund", status: "success", amount }],
  });
const dispute = (at: TestShop, orderId: number, status: string, when: string) =>
  told(at, "disputes/create", {
    ...{ id: orderId + 2, order_id: orderId, type: "chargeback", status },
    ...{ initiated_at: when, amount: "30.00", currency: "EUR" },
  });

/** What of scoring must not depend on when something was told. */
async function flags(at: TestShop) {
  const found = await outcome(deps, at.shop.id);
  return found.flags.map(({ kind, order_id, state, score: of, signals }) => {
    return { kind, order_id, state, of, signals };
  });
}

const openFlags = async (at: TestShop) =>
  (await flags(at))
    .filter(({ state }) => state === "open")
    .map(({ kind, order_id }) => [Number(order_id), kind]);

describe("a chargeback", () => {
  const order = orderBody(1, { customer: null, email: "kim@example.com" });
  const late = "2026-06-20T10:00:00Z";

  test("told after the order was scored is flagged once, and not when it was won", async () => {
    const at = await open();
    await tell(deps, at, [order]);
    await score(at);
    expect(await openFlags(at)).toEqual([]);
    await dispute(at, 1, "needs_response", late);
    expect(await deps.takeJobs()).toContainEqual(expect.objectContaining({ name: "score-orders" }));
    await score(at);
    await score(at);
    expect(await openFlags(at)).toEqual([[1, "chargeback"]]);
    await dispute(at, 1, "needs_response", late);
    await score(at);
    expect((await flags(at)).length).toBe(1);

    const before = await open();
    await tell(deps, before, [order]);
    await dispute(before, 1, "needs_response", late);
    await score(before);
    expect(await flags(before)).toEqual(await flags(at));

    await told(at, "disputes/update", {
      ...{ id: 3, order_id: 1, type: "chargeback", status: "won" },
      ...{ initiated_at: late, finalized_on: "2026-07-01", amount: "30.00", currency: "EUR" },
    });
    await score(at);
    expect(await openFlags(at)).toEqual([]);
    const { rows } = await pool.query("SELECT state FROM review_case WHERE shop_id = $1", [
      at.shop.id,
    ]);
    expect(rows).toEqual([{ state: "withdrawn" }]);
  });
});

describe("refunds soon after the bonus", () => {
  /** With refunds of every fifth order, told when `tells` says: before any scoring, after it, or by turns with it. */
  async function played(when: "before" | "after" | "between"): Promise<TestShop> {
    const at = await open();
    const refundAll = async (some: typeof bodies) => {
      for (const { id, created_at } of some.filter((_, index) => index % 5 === 0)) {
        const soon = new Date(Date.parse(created_at) + 86_400_000).toISOString();
        await refund(at, id, "1.00", soon);
      }
    };
    if (when === "before") {
      await tell(deps, at, bodies);
      await refundAll(bodies);
      await score(at);
      return at;
    }
    const size = when === "after" ? bodies.length : 40;
    for (let from = 0; from < bodies.length; from += size) {
      const some = bodies.slice(from, from + size);
      await tell(deps, at, some);
      await score(at);
      await refundAll(some);
      await score(at);
    }
    return at;
  }

  test("give the same flags, whenever they are told", { timeout: 120_000 }, async () => {
    const [before, after, between] = [
      await played("before"),
      await played("after"),
      await played("between"),
    ];
    const expected = await flags(before);
    const refunded = expected.filter(({ signals }) =>
      (signals as { name: string }[]).some(({ name }) => name === "refund_after_bonus"),
    );
    expect(refunded.length).toBeGreaterThan(0);
    expect(await flags(after)).toEqual(expected);
    expect(await flags(between)).toEqual(expected);
    const { orders } = await outcome(deps, before.shop.id);
    expect((await outcome(deps, after.shop.id)).orders).toEqual(orders);
  });
});

describe("two accounts that turn out to be one person", () => {
  const guest = orderBody(1, { customer: null, email: "kim@example.com" });
  const account = orderBody(2, {
    ...{ customer: { id: 77 }, email: "k.lee@example.org", created_at: "2026-06-11T10:00:00Z" },
    ...{ browser_ip: "203.0.113.9" },
  });
  const both = orderBody(3, {
    ...{ customer: { id: 77 }, email: "kim@example.com", created_at: "2026-06-12T10:00:00Z" },
    discount_codes: [],
  });

  test("after their orders were scored are flagged with the score they would have had", async () => {
    const [late, early] = [await open(), await open()];
    await tell(deps, late, [guest, account]);
    await score(late);
    expect(await openFlags(late)).toEqual([]);
    await tell(deps, late, [both]);
    expect(await flags(late)).toMatchObject([{ order_id: "2", kind: "overshoot", of: null }]);
    await score(late);

    await tell(deps, early, [guest, account, both]);
    await score(early);
    const expected = await flags(early);
    expect(expected).toMatchObject([{ order_id: "2", kind: "overshoot", state: "open" }]);
    expect(expected[0]!.of).toBeGreaterThan(0.9);
    expect(await flags(late)).toEqual(expected);
    const [a, b] = [await outcome(deps, late.shop.id), await outcome(deps, early.shop.id)];
    expect(a.orders).toEqual(b.orders);
  });

  test("by a merge in Shopify alone are flagged without another order", async () => {
    const at = await open();
    const [one, other] = [
      orderBody(1, { customer: { id: 76 }, email: "kim@example.com" }),
      account,
    ];
    await tell(deps, at, [one, other]);
    await score(at);
    await deps.takeJobs();
    const gid = (id: number) => `gid://shopify/Customer/${id}`;
    await told(at, "customers/merge", {
      ...{ id: 1, admin_graphql_api_customer_kept_id: gid(76) },
      admin_graphql_api_customer_deleted_id: gid(77),
    });
    expect(await deps.takeJobs()).toContainEqual(expect.objectContaining({ name: "score-orders" }));
    await score(at);
    const [flag] = await flags(at);
    expect(flag).toMatchObject({ order_id: "2", kind: "overshoot", state: "open" });
    expect(flag!.of).toBeGreaterThan(0.9);
  });
});
