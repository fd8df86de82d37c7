import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";

import { readDashboard } from "#app/services/insight/read-dashboard.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { deliver } from "#test/support/deliver.ts";
import { orderLife } from "#test/support/order-life.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";

const NOW = "2026-06-15T22:30:00Z";
const deps = await testDeps({ now: NOW });
const CODES = ["SUMMER26_10OFF", "WINTER26_10OFF", "SOMEONES"];
let at: TestShop;

beforeAll(async () => {
  at = await addShop(deps, "one.myshopify.com");
  await addCampaign(deps, at, { name: "SUMMER26_10OFF", totalCap: "500" });
  await addCampaign(deps, at, { name: "WINTER26_10OFF", codeKind: "public" });
  const shoppers = [1, 2, 3].map((customerId) => ({ customerId, email: null, phone: null }));
  for (let id = 1; id <= 40; id += 1) {
    const life = orderLife({
      orderId: id,
      codes: CODES,
      shoppers,
      from: Date.parse("2026-05-20T00:00:00Z"),
    });
    const told = fc.sample(life, { numRuns: 30, seed: id }).at(-1);
    for (const { topic, payload } of told ?? [])
      await deliver(deps, at.shop.domain, { topic, payload });
  }
  await processInbox(deps, at.shop.id);
});

const dashboard = async (days: 7 | 30 | 90) =>
  valueOf(await readDashboard(deps, at.as("reviewer"), { days }));

async function ledgerSums(from: string, to: string) {
  const { rows } = await deps.database.pool.query<Record<string, number>>(
    `SELECT COALESCE(sum(redemptions - reversals) FILTER (WHERE campaign_id IS NOT NULL), 0)::int AS redemptions,
       COALESCE(sum(redemptions - reversals) FILTER (WHERE code_key = ''), 0)::int AS orders,
       COALESCE(sum(revenue_minor) FILTER (WHERE code_key = '+' AND currency = 'EUR'), 0)::float8 AS revenue,
       COALESCE(sum(discount_minor) FILTER (WHERE code_key = '+' AND currency = 'EUR'), 0)::float8 AS discount
     FROM ledger_entry WHERE shop_id = $1 AND effective_day BETWEEN $2::date AND $3::date`,
    [at.shop.id, from, to],
  );
  return rows[0];
}

test.each([
  [7, "2026-06-10", "2026-06-03", "2026-06-09"],
  [30, "2026-05-18", "2026-04-18", "2026-05-17"],
  [90, "2026-03-19", "2025-12-19", "2026-03-18"],
] as const)(
  "%d days in the shop's own calendar: what the ledger adds up to",
  async (days, from, beforeFrom, beforeTo) => {
    const board = await dashboard(days);
    // In Berlin it is the 16th already.
    expect(board.range).toEqual({ from, to: "2026-06-16", days });
    const of = (which: "value" | "before") => ({
      redemptions: board.redemptions[which],
      orders: board.orders[which],
      revenue: board.revenueMinor[which],
      discount: board.discountMinor[which],
    });
    expect(of("value")).toEqual(await ledgerSums(from, "2026-06-16"));
    expect(of("before")).toEqual(await ledgerSums(beforeFrom, beforeTo));
    for (const measure of [
      board.redemptions,
      board.orders,
      board.revenueMinor,
      board.discountMinor,
    ]) {
      expect(measure.daily).toHaveLength(days);
      expect(measure.daily.reduce((sum, { value }) => sum + value, 0)).toBe(measure.value);
    }
  },
);

test("right now: the uses of today and of its hours, in the shop's own clock", async () => {
  const { live } = await dashboard(30);
  expect(live.hours).toHaveLength(24);
  expect(live.hours.at(-1)?.hour).toBe("00:00");
  expect(live.today).toBe((await ledgerSums("2026-06-16", "2026-06-16"))?.["redemptions"]);
  deps.clock.now = new Date("2026-06-08T21:59:00Z");
  const { live: past } = await dashboard(30);
  const that = await ledgerSums("2026-06-08", "2026-06-08");
  expect(past.today).toBe(that?.["redemptions"]);
  expect(past.hours.reduce((sum, { value }) => sum + value, 0)).toBe(past.today);
  deps.clock.now = new Date(NOW);
});

test("there is something to add up", async () => {
  const board = await dashboard(90);
  expect(board.redemptions.value).toBeGreaterThan(5);
  expect(board.revenueMinor.value).toBeGreaterThan(0);
  expect(board.orders.value).toBeGreaterThan(board.redemptions.value / 2);
});

test("campaigns, codes, rate, flags and what needs a person", async () => {
  const board = await dashboard(30);
  await deps.database.prisma.code.updateMany({
    where: { shopId: at.shop.id },
    data: { state: "live" },
  });
  expect((await dashboard(30)).activeCodes).toEqual({ count: 2, hasMore: false });
  expect(board).toMatchObject({
    activeCampaigns: 2,
    activeCodes: { count: 0, hasMore: false },
    usedShare: { base: 500, of: "total cap" },
  });
  expect(board.openCases).toBeGreaterThan(0);
  const shown = board.attention.filter(({ kind }) => kind === "case");
  expect(shown.length).toBeGreaterThan(0);
  const more = board.attention.flatMap((item) => (item.kind === "more_cases" ? item.count : []));
  expect(more).toEqual(board.openCases > 3 ? [board.openCases - 3] : []);
  expect(board.running.map(({ name }) => name).sort()).toEqual([
    "SUMMER26_10OFF",
    "WINTER26_10OFF",
  ]);
  expect(board.setup).toContainEqual({ step: "order", done: true });
});

test("home asks the database few questions, also where there is something of everything", async () => {
  const { pool } = deps.database;
  const asked: string[] = [];
  const query = (...all: unknown[]) => {
    const [first] = all;
    asked.push(typeof first === "string" ? first : (first as { text: string }).text);
    return (ask as (...all: unknown[]) => unknown).call(pool, ...all);
  };
  const ask = pool.query.bind(pool);
  Object.assign(pool, { query });
  try {
    const board = await dashboard(30);
    expect(board.openCases).toBeGreaterThan(0);
  } finally {
    Object.assign(pool, { query: ask });
  }
  // Shop, numbers, facts, campaigns and their rows, news, alarms, leaks and ended ones, drift; cases, how many, of whom.
  expect(asked.length, asked.join("\n")).toBeLessThanOrEqual(13);
});

test("who may not see cases is not shown any among what needs a person", async () => {
  const board = valueOf(await readDashboard(deps, at.as("editor"), { days: 30 }));
  expect(board.attention.filter(({ kind }) => /case/.test(kind))).toEqual([]);
});

test("a new shop has nothing, and steps to do", async () => {
  const fresh = await addShop(deps, "fresh.myshopify.com");
  const board = valueOf(await readDashboard(deps, fresh.as("viewer"), { days: 7 }));
  expect(board).toMatchObject({
    redemptions: { value: 0, before: 0 },
    usedShare: null,
    attention: [],
    running: [],
  });
  expect(board.setup.map(({ done }) => done)).toEqual([false, true, false, false, false]);
});
