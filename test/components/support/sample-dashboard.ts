import type { Dashboard } from "#app/domain/insight/dashboard.ts";
import { days, publicCampaign, sampleCampaign } from "./sample.ts";
import { sampleCase } from "./sample-case.ts";

const measure = (value: number, before: number, perDay: number) => ({
  value,
  before,
  daily: days(30).map((day, index) => ({ day, value: perDay + (index % 5) })),
});

export const sampleDashboard: Dashboard = {
  shop: { name: "Alpenglow", timeZone: "Europe/Berlin", currency: "EUR" },
  range: { from: "2026-05-12", to: "2026-06-10", days: 30 },
  activeCampaigns: 2,
  activeCodes: { count: 9_998, hasMore: false },
  live: {
    hour: 13,
    hours: Array.from({ length: 24 }, (_, hour) => ({ hour: `${hour}:00`, value: hour % 3 })),
    today: 12,
    yesterday: 9,
    campaigns: [{ id: "c1", name: "SUMMER26_10OFF", today: 12, thisHour: 2 }],
  },
  redemptions: measure(1_234, 1_100, 40),
  revenueMinor: measure(4_567_890, 5_000_000, 150_000),
  discountMinor: measure(345_600, 300_000, 11_000),
  orders: measure(1_200, 1_080, 39),
  usedShare: { used: 386, base: 3_120, of: "codes made" },
  openCases: 2,
  attention: [
    { kind: "guard_failed", error: "Shopify did not accept the rules." },
    {
      kind: "sync_failed",
      campaign: { id: "c3", name: "AUTUMN26_10EUROFF" },
      error: "Shopify is busy.",
    },
    { kind: "codes_refused", campaign: { id: "c1", name: "SUMMER26_FREESHIP" }, count: 3 },
    {
      kind: "expiring",
      campaign: { id: "c1", name: "SUMMER26_FREESHIP" },
      endsAt: "2026-06-17T12:00:00.000Z",
      unused: 6_786,
    },
    { kind: "case", found: sampleCase },
    {
      ...{ kind: "anomaly", campaign: { id: "c1", name: "SUMMER26_10OFF" }, code: null },
      ...{
        id: "c1.0.1781089200000",
        at: "2026-06-10T11:00:00Z",
        claims: 30,
        expected: 0.42,
        aside: null,
      },
    },
    {
      ...{ kind: "leak", id: "0.VIP26_20OFF", code: "VIP26_20OFF", ended: null },
      campaign: { id: "c4", name: "VIP26_20OFF", isOn: true, kind: "public", isPrivate: false },
      ...{ codeId: "77", isInUse: true, isLeaving: false },
      ...{ since: "2026-06-10T08:00:00.000Z", rangAt: "2026-06-10T10:00:00.000Z" },
      ...{ orders: 7, hasMore: false },
    },
  ],
  aside: [],
  endedLeaks: [],
  running: [sampleCampaign, publicCampaign],
  setup: [],
};

export const newShopDashboard: Dashboard = {
  ...sampleDashboard,
  activeCampaigns: 0,
  activeCodes: { count: 0, hasMore: false },
  redemptions: measure(0, 0, 0),
  openCases: 0,
  usedShare: null,
  attention: [],
  running: [],
  setup: [
    { step: "convention", done: true },
    { step: "campaign", done: false },
    { step: "order", done: false },
    { step: "team", done: false },
  ],
};
