import { beforeAll, describe, expect, test } from "vitest";

import type { Breakdown } from "#app/domain/insight/breakdown.ts";
import type { Comparison } from "#app/domain/insight/comparison.ts";
import type { PeopleLines } from "#app/domain/insight/people-line.ts";
import type { LedgerLines } from "#app/domain/insight/entry.ts";
import type { CampaignReport } from "#app/domain/insight/report.ts";
import { inTransaction } from "#app/infra/db/database.server.ts";
import { rebuildRollups } from "#app/services/redemption/rebuild-rollups.server.ts";
import { StaffClient } from "#test/support/staff-client.ts";
import { allRoutes, callRoute } from "#test/support/routes.ts";
import { openStage } from "./fixtures/stage.ts";

const stage = await openStage();
const { app, ours, olive, stranger } = stage;
const viola = await StaffClient.of(app, "bonafide-demo", "Viola");
const slice = `campaign:${ours.campaign}`;
const behind = `?${new URLSearchParams({ slice, days: "365" })}`;
const today = ((day) => ({ from: day, to: day }))(new Date().toISOString().slice(0, 10));

/** An order with the campaign's code, as the ledger has it. */
beforeAll(async () => {
  const { prisma, pool } = app.deps.database;
  const { shopId } = await prisma.campaign.findFirstOrThrow({ where: { id: ours.campaign } });
  const at = new Date();
  const entry = {
    ...{
      shopId,
      orderId: 4_001n,
      sequence: 1,
      kind: "redemption",
      effectiveAt: at,
      effectiveDay: at,
    },
    ...{ effectiveHour: 0, timeZone: "UTC", redemptions: 1, reversals: 0, uses: 1, usesAfter: 1 },
    ...{
      revenueMinor: 1_000n,
      discountMinor: 590n,
      refundMinor: 0n,
      currency: "EUR",
      enteredAt: at,
    },
    ...{ presentmentCurrency: "EUR", presentmentRevenueMinor: 0n },
    ...{ presentmentDiscountMinor: 0n, presentmentRefundMinor: 0n },
  };
  const of = { codeKey: "SUMMER26_FREESHIP", campaignId: ours.campaign };
  for (const own of [{ codeKey: "" }, { codeKey: "+" }, of])
    await prisma.ledgerEntry.create({ data: { ...entry, ...own } });
  const shop = await prisma.shop.findUniqueOrThrow({ where: { id: shopId } });
  await inTransaction(pool, (client) => rebuildRollups(client, shop));
});

/** Pages and files of numbers, with an address that shows something. */
const PAGES: [route: string, target: { params?: Record<string, string>; search?: string }][] = [
  ["app._index", {}],
  ["app.insights", { search: "?by=campaign&days=365" }],
  ["app.campaigns.$id.report", { params: { id: ours.campaign }, search: "?days=365" }],
  ["app.insights_.compare", { search: behind }],
  ["app.insights_.orders", { search: behind }],
  ["app.insights_.orders", { search: `?${new URLSearchParams({ slice, days: "all" })}` }],
  ["app.insights_.orders", { search: "?slice=shop:uncoded&days=365" }],
  ["app.insights_.orders", { search: `?${new URLSearchParams({ slice, ...today, hour: "0" })}` }],
  ...["new", "returning", "unknown", "again", "issued"].map((of): [string, { search: string }] => [
    "app.insights_.people",
    { search: `${behind}&of=${of}` },
  ]),
  ...["breakdown", "comparison", "report", "orders"].map((of): [string, { search: string }] => [
    "app.insights_.export",
    { search: `${behind}&of=${of}` },
  ]),
];

describe("a viewer", () => {
  test.each(PAGES)(
    "sees the numbers of %s %j, and nobody's address or name",
    async (route, target) => {
      const answer = await viola.load(route, target);
      expect(answer.status).toBe(200);
      const { customers } = app.shop("bonafide-demo");
      for (const { email, firstName, lastName } of customers) {
        if (email) expect(answer.text).not.toContain(email);
        if (firstName && lastName) expect(answer.text).not.toContain(`${firstName} ${lastName}`);
      }
    },
  );

  test("reads the same numbers on every page, and in the lines behind them", async () => {
    const [, , , compare, orders] = PAGES;
    const { report } = await viola.read<{ report: CampaignReport }>("app.campaigns.$id.report", {
      params: { id: ours.campaign },
      search: "?days=365",
    });
    const { comparison } = await viola.read<{ comparison: Comparison }>(...compare!);
    const { answer } = await viola.read<{ answer: LedgerLines }>(...orders!);
    const { breakdown } = await viola.read<{ breakdown: Breakdown }>("app.insights", {
      search: "?by=campaign&days=365",
    });
    const row = breakdown.rows.find(({ value }) => value === ours.campaign);
    expect(report.now.uses).toBeGreaterThan(0);
    expect(comparison.compared[0]?.now).toEqual(report.now);
    expect(answer.sums).toEqual(report.now);
    expect(row?.now).toEqual(report.now);
    expect(answer.lines.reduce((sum, { uses }) => sum + uses, 0)).toBe(report.now.uses);
  });
});

test.each(PAGES)(
  "nobody without a session sees %s %j",
  async (route, { params = {}, search = "" }) => {
    const request = new Request(`${app.url}/app${search}`);
    const answer = await callRoute((await allRoutes()).get(route)?.loader, request, params);
    expect(answer.status).not.toBe(200);
    expect(answer.text).not.toContain("SUMMER26");
  },
);

test("with this shop's ids, another shop's admin sees no campaign, and numbers of nothing", async () => {
  const report = { params: { id: ours.campaign } };
  expect((await stranger.load("app.campaigns.$id.report", report)).status).toBe(404);
  const { answer } = await stranger.read<{ answer: LedgerLines }>("app.insights_.orders", {
    search: behind,
  });
  expect(answer).toMatchObject({ label: ours.campaign, lines: [], sums: { uses: 0 } });
  const issued = `${behind}&of=issued`;
  const people = await stranger.read<{ answer: PeopleLines }>("app.insights_.people", {
    search: issued,
  });
  expect(people.answer).toMatchObject({ label: ours.campaign, lines: [] });
  const { comparison } = await stranger.read<{ comparison: Comparison }>("app.insights_.compare", {
    search: behind,
  });
  expect(comparison.compared[0]?.now.uses).toBe(0);
});

describe("an address that means nothing", () => {
  test.each([
    "?days=0&from=yesterday&to=tomorrow",
    "?from=2026-02-30&to=2026-03-01",
    "?from=2026-06-02&to=2026-06-01",
    "?from=1900-01-01&to=2026-06-01",
    "?days=999999&by=%00'&then=%00",
    "?slice=campaign:%00&slice=dimension::&slice=shop:all&slice=code:99999999999999999999",
  ])("%s shows the usual days", async (search) => {
    for (const route of ["app.insights", "app.insights_.compare"]) {
      const answer = await olive.load(route, { search });
      expect([route, answer.status]).toEqual([route, 200]);
    }
    const { breakdown } = await olive.read<{ breakdown: Breakdown }>("app.insights", { search });
    const { from, to } = breakdown.range;
    expect(Date.parse(to) - Date.parse(from)).toBe(29 * 24 * 60 * 60 * 1_000);
  });

  test.each([
    ["", 404],
    ["?slice=everything", 404],
    ["?slice=campaign:nonsense", 404],
    ["?slice=code:99999999999999999999", 404],
    ["?slice=segment:none", 200],
    ["?slice=segment:%00", 404],
    [`${behind}&cursor=nonsense`, 200],
    ["?slice=shop:uncoded&from=2026-06-10&to=2026-06-10&part=%00", 200],
    ["?slice=shop:uncoded&days=all&cursor=999999999999999-1", 200],
    ["?slice=shop:uncoded&cursor=0-0", 200],
    ["?slice=without:%00", 404],
    ["?slice=without:nothing", 200],
    [`${behind}&part=99`, 200],
  ])("of orders: %s is answered with %d", async (search, status) => {
    expect((await olive.load("app.insights_.orders", { search })).status).toBe(status);
  });

  test.each([
    ["", 404],
    ["?of=new", 404],
    ["?of=everybody&slice=shop:coded", 404],
    ["?of=issued&slice=shop:orders", 404],
    ["?of=again&slice=shop:coded&within=31&cursor=%00", 200],
    [`${behind}&of=issued&channel='%00`, 200],
  ])("of people: %s is answered with %d", async (search, status) => {
    expect((await olive.load("app.insights_.people", { search })).status).toBe(status);
  });

  test("of a file says what to do", async () => {
    const answer = await olive.load("app.insights_.export", { search: "?of=everything" });
    expect(answer.status).toBe(404);
    expect(answer.json().refusal?.message).toMatch(/Export it from its page/);
  });
});
