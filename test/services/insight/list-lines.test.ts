import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";

import type { LedgerLine, LedgerLines } from "#app/domain/insight/entry.ts";
import { listDays, type Range } from "#app/domain/insight/range.ts";
import { exportInsights } from "#app/services/insight/export-insights.server.ts";
import { listLines } from "#app/services/insight/list-lines.server.ts";
import { readBreakdown } from "#app/services/insight/read-breakdown.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { foldPeople } from "#app/services/redemption/fold-people.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { orderLife } from "#test/support/order-life.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps({ now: "2026-11-20T12:00:00Z" });
const OURS = ["SUMMER26_10OFF", "WINTER26_15OFF"];
const NOBODYS = "FROM_ANOTHER_APP";

async function shopWith(domain: string): Promise<TestShop> {
  const at = await addShop(deps, domain);
  for (const name of OURS) await addCampaign(deps, at, { name, startsAt: "2026-01-01T00:00" });
  await deps.database.prisma.code.updateMany({
    where: { shopId: at.shop.id },
    data: { assignedFrom: new Date("2026-01-01T00:00:00Z") },
  });
  return at;
}

type Asked = { slice: string; range: Range; part?: string };

/** All pages of a list, and what its first says of it. */
async function readAll(
  at: TestShop,
  { range, ...asked }: Asked,
): Promise<{ first: LedgerLines; lines: LedgerLine[] }> {
  const pageFrom = async (cursor: string | null): Promise<LedgerLines> => {
    const page = { ...asked, range: { ...range, days: "" }, cursor };
    return valueOf(await listLines(deps, at.as("viewer"), page));
  };
  const first = await pageFrom(null);
  const lines = [...first.lines];
  for (let { next } = first; next !== null;) {
    const page = await pageFrom(next);
    lines.push(...page.lines);
    next = page.next;
  }
  return { first, lines };
}

const MONEY = ["revenueMinor", "refundMinor", "discountMinor"] as const;

function sumsOf(lines: readonly LedgerLine[]) {
  const sums = { uses: 0, revenueMinor: 0, refundMinor: 0, discountMinor: 0 };
  for (const line of lines) {
    sums.uses += line.uses;
    if (line.currency === "EUR") for (const measure of MONEY) sums[measure] += line[measure];
  }
  return sums;
}

describe("orders without a code", () => {
  const shops: TestShop[] = [];
  const ORDERS = 90;

  beforeAll(async () => {
    for (const seed of [1, 2, 3]) {
      const at = await shopWith(`uncoded-${seed}.myshopify.com`);
      const shoppers = [1, 2].map((customerId) => ({ customerId, email: null, phone: null }));
      const lives = Array.from({ length: ORDERS }, (_, index) => {
        const codes = index % 2 === 0 ? [...OURS, NOBODYS] : [NOBODYS];
        const from = Date.parse("2026-10-10T00:00:00Z");
        const life = orderLife({ orderId: index + 1, codes, shoppers, from });
        return fc.sample(life, { numRuns: 30, seed: seed * 1_000 + index }).at(-1) ?? [];
      });
      // What becomes of them is entered bit by bit, so that codes come and go in the ledger too.
      for (let step = 0; step < Math.max(...lives.map(({ length }) => length)); step += 1) {
        for (const webhook of lives.flatMap((told) => told[step] ?? []))
          await deliver(deps, at.shop.domain, webhook);
        await processInbox(deps, at.shop.id);
      }
      shops.push(at);
    }
    await foldPeople(deps);
  });

  const day = fc.integer({ min: 0, max: 40 }).map((days) => {
    return new Date(Date.parse("2026-10-08") + days * 86_400_000).toISOString().slice(0, 10);
  });
  const ranges = fc.tuple(day, day).map(([a, b]) => ({ from: a < b ? a : b, to: a < b ? b : a }));

  test("the list adds up to the number, over whatever days", async () => {
    const asked = fc.record({ at: fc.constantFrom(...shops), range: ranges });
    const property = fc.asyncProperty(asked, async ({ at, range }) => {
      const breakdown = await readBreakdown(deps, at.as("viewer"), {
        ...{ grain: "campaign", range: { ...range, days: "" } },
      });
      const { uncoded } = valueOf(breakdown);
      const { first, lines } = await readAll(at, { slice: "shop:uncoded", range });
      const { discountMinor: _, ...sums } = sumsOf(lines);
      expect(uncoded).toMatchObject(sums);
      expect(first.sums).toEqual(uncoded);
      expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    });
    await fc.assert(property, { numRuns: 40 });
  });

  test("has every order that counts in neither list of the other, in pages", async () => {
    const range = { from: "2026-10-01", to: "2026-11-20" };
    for (const at of shops) {
      const list = async (slice: string) => (await readAll(at, { slice, range })).lines;
      const [all, coded, uncoded] = [
        ...[await list("shop:orders"), await list("shop:coded"), await list("shop:uncoded")],
      ] as const;
      const counting = (lines: readonly LedgerLine[]) =>
        [...Map.groupBy(lines, ({ order }) => order.id)]
          .filter(([, own]) => own.some(({ kind }) => kind === "redemption"))
          .filter(([, own]) => own.reduce((sum, { uses }) => sum + uses, 0) > 0)
          .map(([id]) => id);
      expect(uncoded.length).toBeGreaterThan(50);
      expect([...counting(coded), ...counting(uncoded)].sort()).toEqual(counting(all).sort());
    }
  });
});

describe("orders without a code in a shop whose rollups are of another zone yet", () => {
  test("are listed all the same", async () => {
    const at = await shopWith("uncoded-moved.myshopify.com");
    for (let id = 1; id <= 60; id += 1) {
      const created = new Date(Date.parse("2026-11-01T00:00:00Z") + id * 7_200_000).toISOString();
      const codes = id % 3 === 0 ? [{ code: OURS[0], amount: "2.00" }] : [];
      const body = { created_at: created, updated_at: created, discount_codes: codes };
      await deliver(deps, at.shop.domain, { topic: "orders/create", payload: orderBody(id, body) });
    }
    await processInbox(deps, at.shop.id);
    const asked = { slice: "shop:uncoded", range: { from: "2026-11-01", to: "2026-11-20" } };
    const { lines } = await readAll(at, asked);
    expect(lines).toHaveLength(40);
    await deps.database.prisma.shop.update({
      where: { id: at.shop.id },
      data: { rollupZone: "UTC" },
    });
    expect((await readAll(at, asked)).lines).toEqual(lines);
  });
});

describe("an hour of a day", () => {
  let at: TestShop;
  /** Clocks go forward at 02:00 and back at 03:00: one day has 23 hours, the other 25. */
  const WEEKENDS: Range[] = [
    { from: "2026-03-28", to: "2026-03-30" },
    { from: "2026-10-24", to: "2026-10-26" },
  ];

  beforeAll(async () => {
    at = await shopWith("by-hour.myshopify.com");
    let id = 0;
    for (const { from } of WEEKENDS) {
      const first = Date.parse(`${from}T20:00:00Z`);
      for (let minutes = 0; minutes < 30 * 60; minutes += 20) {
        const created = new Date(first + minutes * 60_000).toISOString();
        const payload = orderBody((id += 1), {
          ...{ created_at: created, updated_at: created },
          discount_codes: OURS.slice(0, id % 3).map((code) => ({ code, amount: "2.00" })),
          cancelled_at: id % 5 === 0 ? new Date(first + minutes * 90_000).toISOString() : null,
        });
        await deliver(deps, at.shop.domain, { topic: "orders/create", payload });
      }
    }
    await processInbox(deps, at.shop.id);
  });

  const days = WEEKENDS.flatMap(listDays);
  test.each(
    ["shop:redeemed", "shop:uncoded", "shop:orders", "dimension:season:SUMMER"].flatMap((slice) =>
      days.map((day) => [slice, day] as const),
    ),
  )(
    "of %s on %s: its list adds up to its numbers, and all hours to the day",
    async (slice, day) => {
      const range = { from: day, to: day };
      const whole = await readAll(at, { slice, range });
      const ids: string[] = [];
      for (let hour = 0; hour < 24; hour += 1) {
        const { first, lines } = await readAll(at, { slice, range, part: String(hour) });
        const { discountMinor, ...sums } = sumsOf(lines);
        expect(first).toMatchObject({ part: { first: hour, last: hour }, sums });
        if (slice !== "shop:uncoded") expect(first.sums).toMatchObject({ discountMinor });
        ids.push(...lines.map(({ id }) => id));
      }
      expect(whole.first.part).toBeNull();
      expect(ids.sort()).toEqual(whole.lines.map(({ id }) => id).sort());
    },
  );

  test("that comes twice has the orders of both; one that is left out has none", async () => {
    const placed = async (day: string) => {
      const asked = { slice: "shop:orders", range: { from: day, to: day }, part: "2" };
      const { lines } = await readAll(at, asked);
      return lines.filter(({ kind }) => kind === "redemption").length;
    };
    expect(await placed("2026-10-25")).toBe(6);
    expect(await placed("2026-03-29")).toBe(0);
    expect(await placed("2026-03-30")).toBe(3);
  });

  test.each(["24", "-1", "noon", "", "1.5", "9-8", "2026-10-26T08:00:00Z"])(
    "%j is no part of the day: all of it is listed",
    async (part) => {
      const range = { from: "2026-10-25", to: "2026-10-25" };
      const answer = await readAll(at, { slice: "shop:orders", range, part });
      expect(answer).toEqual(await readAll(at, { slice: "shop:orders", range }));
      expect(answer.first.part).toBeNull();
    },
  );

  test("and those up to it are its hours together", async () => {
    const range = { from: "2026-10-25", to: "2026-10-25" };
    const { first, lines } = await readAll(at, { slice: "shop:redeemed", range, part: "0-2" });
    const hours = await Promise.all(
      ["2", "1", "0"].map((part) => readAll(at, { slice: "shop:redeemed", range, part })),
    );
    const { discountMinor, ...sums } = sumsOf(lines);
    expect(first.sums).toMatchObject({ ...sums, discountMinor });
    expect(lines).toEqual(hours.flatMap((hour) => hour.lines));
  });

  test.each(["shop:redeemed", "shop:uncoded", "dimension:season:SUMMER", "without:season"])(
    "and the quarters of %s are the hours together, also of one that comes twice",
    async (slice) => {
      const range = { from: "2026-10-25", to: "2026-10-25" };
      const hours = await readAll(at, { slice, range, part: "2" });
      const ids: string[] = [];
      for (let quarter = 7; quarter >= 0; quarter -= 1) {
        const from = new Date(Date.parse("2026-10-25T00:00:00Z") + quarter * 15 * 60_000);
        const part = from.toISOString();
        const { first, lines } = await readAll(at, { slice, range, part });
        expect(first).toMatchObject({ part: { quarter: part } });
        const { discountMinor, ...sums } = sumsOf(lines);
        expect(first.sums).toMatchObject(sums);
        ids.push(...lines.map(({ id }) => id));
      }
      expect(ids).toEqual(hours.lines.map(({ id }) => id));
    },
  );

  test("of several days is none", async () => {
    const range = WEEKENDS[1]!;
    const answer = await readAll(at, { slice: "shop:orders", range, part: "9" });
    expect(answer).toEqual(await readAll(at, { slice: "shop:orders", range }));
  });

  test("is all that its file has", async () => {
    const range = { from: "2026-10-25", to: "2026-10-25", days: "" };
    const asked = { of: "orders", by: null, slices: ["shop:orders"], then: "", range, part: "2" };
    const file = valueOf(await exportInsights(deps, at.as("viewer"), asked));
    const [, ...rows] = (await new Response(file.body).text()).trim().split("\n");
    const { lines } = await readAll(at, { slice: "shop:orders", range, part: "2" });
    expect(rows).toHaveLength(lines.length);
  });
});
