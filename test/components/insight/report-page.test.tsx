// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { Pace } from "#app/components/insight/pace.tsx";
import { Distributions } from "#app/components/insight/distributions.tsx";
import { ReportPage } from "#app/components/insight/report-page.tsx";
import { WatchCard } from "#app/components/insight/watch-card.tsx";
import { figuresOf, NO_SUMS } from "#app/domain/insight/figures.ts";
import type { CampaignReport } from "#app/domain/insight/report.ts";
import type { CampaignWatch } from "#app/domain/insight/watch.ts";
import { sampleFrame } from "../support/sample.ts";

const id = "d4121acf-0712-4f46-9193-a836c9f84deb";
const range = { from: "2026-06-09", to: "2026-06-10" };
const before = { from: "2026-06-07", to: "2026-06-08" };
const figures = figuresOf({ ...NO_SUMS, redemptions: 40, revenueMinor: 4_000, pricedUses: 40 });
const day = { day: range.from, dayBefore: before.from, hasLines: true, hadLines: true };

const report: CampaignReport = {
  campaign: {
    ...{ id, name: "SUMMER26_10OFF", currency: "EUR", endsAt: "2026-06-11T00:00:00.000Z" },
    startsAt: "2026-05-01T00:00:00.000Z",
  },
  ...{ range, before, now: figures, then: { ...figures, uses: 20 } },
  uses: [{ ...day, value: 0, before: 5 }],
  netMinor: [{ ...day, value: -500, before: 0, hadLines: false }],
  people: { fresh: 0, returning: 0, unknown: 0, isCounting: false },
  checkouts: { now: { checkouts: 60, ordered: 45 }, then: { checkouts: 30, ordered: 30 } },
  ...{ returns: [], leaks: [], watch: { hours: [], anomalies: [] } },
  distributions: [
    {
      ...{ channel: "mail", issued: 50, redeemers: 10, rate: 0.2, interval: null },
      medianDays: 3,
    },
  ],
  burn: [
    { cap: "spend", most: 1_000, used: 500, usedUp: null },
    { cap: "uses", most: 100, used: 40, usedUp: null },
  ],
  expired: { endedAt: "2026-06-11T00:00:00.000Z", unused: 60, of: 100 },
};

const links = (within = "body") =>
  [...document.querySelectorAll(`${within} a`)].map((link) => [
    link.textContent,
    link.getAttribute("href"),
  ]);
const orders = (slice: string, rest: string) =>
  `/app/insights/orders?slice=${encodeURIComponent(slice)}&${rest}`;
const own = `campaign:${id}`;

it("how much of a cap is gone opens all its orders; what expired, the codes", async () => {
  const page = await mount(<Pace report={report} />);
  expect(links()).toEqual([
    ["50%", orders(own, "days=all")],
    ["40%", orders(own, "days=all")],
    ["60", `/app/codes?campaign=${id}&used=no`],
  ]);
  const seen = page.button("60").getAttribute("aria-label");
  expect(seen).toBe("Expired unused: 60. See the codes");
});

it("the time to redeem opens the people it was issued to", async () => {
  await mount(<Distributions rows={report.distributions} campaignId={id} range={range} />);
  const people = { of: "issued", slice: own, ...range, channel: "mail" };
  const url = `/app/insights/people?${new URLSearchParams(people)}`;
  expect(links()).toContainEqual(["3 days", url]);
});

it("numbers open these days, what they are compared with the days before, and each day of a chart its own", async () => {
  await mount(<ReportPage report={report} />);
  expect(links()).toContainEqual(["40", orders(own, "from=2026-06-09&to=2026-06-10")]);
  expect(links()).toContainEqual(["20", orders(own, "from=2026-06-07&to=2026-06-08")]);
  expect(links("figure table")).toEqual([
    ["0", orders(own, "from=2026-06-09&to=2026-06-09")],
    ["5", orders(own, "from=2026-06-07&to=2026-06-07")],
    ["-€5.00", orders(own, "from=2026-06-09&to=2026-06-09")],
  ]);
});

it("checkouts open those that were ordered, those that were not, and those of the days before", async () => {
  const page = await mount(<ReportPage report={report} />);
  const url = (of: string, days: object) =>
    `/app/campaigns/${id}/checkouts?${new URLSearchParams({ of, ...days })}`;
  expect(links()).toContainEqual(["45", url("ordered", range)]);
  expect(links()).toContainEqual(["15", url("open", range)]);
  expect(links()).toContainEqual(["30", url("ordered", before)]);
  expect(page.button("15").getAttribute("aria-label")).toBe("Not ordered: 15. See the checkouts");
  expect(document.body.textContent).toContain("75% of them");
});

const hour = { day: "2026-06-10", claims: 0, hasLines: true, expected: 1, low: 0, high: 3 };
const alarm = {
  ...{ campaign: { id, name: "SUMMER26_10OFF" }, at: "2026-06-09T22:15:00Z" },
  ...{ claims: 30, expected: 0.4, aside: null },
};
const watch: CampaignWatch = {
  hours: [
    { ...hour, hour: 0, claims: 4 },
    { ...hour, hour: 1 },
    { ...hour, hour: 2, hasLines: false },
  ],
  anomalies: [
    { ...alarm, id: `${id}.0.1781043300000`, code: null },
    { ...alarm, id: `${id}.17.1781043300000`, code: "VIP26" },
  ],
};

it("each hour opens its own orders, and so does what stood out, where the shop is", async () => {
  const frame = { shop: { ...sampleFrame.shop, timeZone: "Europe/Berlin" } };
  await mount(<WatchCard watch={watch} slice={own} />, { frame });
  const at = (part: string) => `from=2026-06-10&to=2026-06-10&part=${encodeURIComponent(part)}`;
  expect(links("figure table")).toEqual([
    ["4", orders(own, at("0"))],
    ["0", orders(own, at("1"))],
  ]);
  const words = "30 in a quarter of an hour where 0.4 were usual";
  expect(links("ul")).toEqual([
    [words, orders(own, at("2026-06-09T22:15:00Z"))],
    [words, orders("code:17", at("2026-06-09T22:15:00Z"))],
  ]);
});
