import { beforeEach, expect, test } from "vitest";

import { readBreakdown } from "#app/services/insight/read-breakdown.server.ts";
import { listPeople } from "#app/services/insight/list-people.server.ts";
import { readReport } from "#app/services/insight/read-report.server.ts";
import { processInbox } from "#app/services/intake/process-inbox.server.ts";
import { foldPeople } from "#app/services/redemption/fold-people.server.ts";
import { deliver, orderBody } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addCampaign, addShop, valueOf, type TestShop } from "#test/support/test-shop.ts";

const deps = await testDeps({ now: "2026-06-30T12:00:00Z" });
const DAYS = { from: "2026-06-01", to: "2026-06-05", days: "" };
const PLACED = "2026-06-02T10:00:00Z";
let shops = 0;
let at: TestShop;
let campaign: string;

beforeEach(async () => {
  at = await addShop(deps, `shop-${(shops += 1)}.myshopify.com`);
  campaign = await addCampaign(deps, at, { startsAt: "2026-05-01T00:00" });
});

type Body = Record<string, unknown>;

/** An order of nobody known, with the campaign's code. */
async function tell(id: number, { topic = "orders/create", ...body }: Body = {}): Promise<void> {
  const payload = orderBody(id, {
    ...{ created_at: PLACED, updated_at: PLACED, email: null, customer: null },
    ...body,
  });
  await deliver(deps, at.shop.domain, { topic: String(topic), payload });
  await processInbox(deps, at.shop.id);
  await foldPeople(deps);
}

/** Of the campaign's report, of all coded orders, and how many the list of each has. */
async function counted(): Promise<number[]> {
  const viewer = at.as("viewer");
  const report = valueOf(await readReport(deps, viewer, campaign, DAYS));
  const all = valueOf(await readBreakdown(deps, viewer, { grain: null, range: DAYS }));
  const listed = async (slice: string) => {
    const asked = { of: "unknown", slice, within: "", channel: "", cursor: null, range: DAYS };
    const { lines, count } = valueOf(await listPeople(deps, viewer, asked));
    expect(count).toEqual({ all: lines.length, did: null });
    return lines.length;
  };
  return [
    ...[report.people.unknown, await listed(`campaign:${campaign}`)],
    ...[all.people.unknown, await listed("shop:coded")],
  ];
}

const ALL = (orders: number) => [orders, orders, orders, orders];

test("an order stays counted when its use is freed again, on whichever day", async () => {
  for (const id of [1, 2]) await tell(id);
  expect(await counted()).toEqual(ALL(2));
  for (const [id, day] of [
    [1, "03"],
    [2, "20"],
  ] as const) {
    const refunds = [
      {
        ...{ id, order_id: id, created_at: `2026-06-${day}T10:00:00Z` },
        transactions: [{ id, kind: "refund", status: "success", amount: "500.00" }],
      },
    ];
    const updated_at = `2026-06-${day}T10:00:00Z`;
    await tell(id, { topic: "orders/updated", updated_at, refunds, financial_status: "refunded" });
  }
  const { now } = valueOf(await readReport(deps, at.as("viewer"), campaign, DAYS));
  expect(now).toMatchObject({ redemptions: 2, reversals: 1 });
  expect(await counted()).toEqual(ALL(2));
});

test("an order that is cancelled counts no longer on the day it was placed", async () => {
  for (const id of [1, 2]) await tell(id);
  const cancelled_at = "2026-06-20T10:00:00Z";
  await tell(1, { topic: "orders/cancelled", updated_at: cancelled_at, cancelled_at });
  expect(await counted()).toEqual(ALL(1));
});

test("test orders are none", async () => {
  await tell(1, { test: true });
  await tell(2);
  expect(await counted()).toEqual(ALL(1));
});

test("whose an order is may be known later", async () => {
  await tell(1);
  await tell(1, {
    ...{ topic: "orders/updated", updated_at: "2026-06-02T11:00:00Z" },
    customer: { id: 77 },
  });
  expect(await counted()).toEqual(ALL(0));
  const { people } = valueOf(await readReport(deps, at.as("viewer"), campaign, DAYS));
  expect(people).toEqual({ fresh: 1, returning: 0, unknown: 0, isCounting: false });
});
