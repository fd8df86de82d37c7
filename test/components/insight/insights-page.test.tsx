// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { InsightsPage } from "#app/components/insight/insights-page.tsx";
import type { Breakdown, BreakdownRow } from "#app/domain/insight/breakdown.ts";
import { figuresOf, NO_SUMS, type Sums } from "#app/domain/insight/figures.ts";

const row = (
  value: string | null,
  label: string,
  now: Partial<Sums> = {},
  then: Partial<Sums> = {},
): BreakdownRow => ({
  ...{ value, label, campaigns: value === null ? null : 1 },
  now: figuresOf({ ...NO_SUMS, ...now }),
  then: figuresOf({ ...NO_SUMS, ...then }),
});

const nothing = figuresOf(NO_SUMS);
const breakdown: Breakdown = {
  grain: "dimension:season",
  choices: [
    { grain: "dimension:season", label: "Season" },
    { grain: "campaign", label: "Campaign" },
  ],
  range: { from: "2026-05-12", to: "2026-06-10" },
  before: { from: "2026-04-12", to: "2026-05-11" },
  rows: [
    row(
      "SUMMER",
      "Summer",
      {
        ...{ redemptions: 80, reversals: 5, pricedUses: 75 },
        ...{ revenueMinor: 1_000_000, refundMinor: 50_000, discountMinor: 99_900 },
      },
      { redemptions: 60 },
    ),
    row("WINTER", "Winter", { redemptions: 25 }),
    row(null, "Without season"),
  ],
  total: { now: figuresOf({ ...NO_SUMS, redemptions: 105 }), then: nothing },
  coded: nothing,
  uncoded: nothing,
  people: { fresh: 30, returning: 10, unknown: 2, isCounting: false },
  returns: [{ days: 30, eligible: 40, repeated: 10, rate: 0.25, estimate: 0.3 }],
};

const cells = () =>
  [...document.querySelectorAll("tbody tr")].map((tr) =>
    [...tr.children].map((cell) => cell.textContent?.trim()),
  );

it("shows each value’s part of the whole, the days before, and revenue less refunds", async () => {
  await mount(<InsightsPage breakdown={breakdown} />);
  expect(cells()[0]).toEqual([
    "Summer",
    "75up 25% from 6080 redeemed, 5 freed",
    "75%",
    "€9,500.00none before",
    "€126.67",
    "€999.00",
    "1",
  ]);
  expect(cells()[2]?.slice(0, 3)).toEqual(["Without season", "0", "0%"]);
});

const heads = () => [...document.querySelectorAll("thead th")].map((head) => head.textContent);

it("of where orders were placed counts orders, and averages by them; of names redemptions", async () => {
  await mount(<InsightsPage breakdown={breakdown} />);
  expect(heads()).toContain("Redemptions");
  expect(heads()).toContain("Net revenue a redemption");
  const rows = [row("web", "Online store", { redemptions: 106, reversals: 6 })];
  const page = await mount(
    <InsightsPage breakdown={{ ...breakdown, grain: "channel_coded", rows }} />,
  );
  expect(heads()).toContain("Orders");
  expect(heads()).toContain("Average order");
  expect(heads()).not.toContain("Redemptions");
  expect(page.text()).toContain("100none before106 placed, 6 taken back");
});

it("an average says of how many orders it is taken, and redemptions what was freed of them", async () => {
  const coded = figuresOf({ ...NO_SUMS, redemptions: 3, pricedUses: 2, revenueMinor: 7_000 });
  const total = {
    ...breakdown.total,
    now: figuresOf({ ...NO_SUMS, redemptions: 45, reversals: 2 }),
  };
  const page = await mount(<InsightsPage breakdown={{ ...breakdown, coded, total }} />);
  expect(page.text()).toContain("€35.00of 2 orders");
  expect(page.text()).toContain("43none before45 redeemed, 2 freed");
});

it("a number leads to the orders behind it, and chosen values to their comparison", async () => {
  const page = await mount(<InsightsPage breakdown={breakdown} />);
  expect(page.button("75").getAttribute("href")).toBe(
    "/app/insights/orders?slice=dimension%3Aseason%3ASUMMER&from=2026-05-12&to=2026-06-10",
  );
  const boxes = [...document.querySelectorAll<HTMLInputElement>("input[name=slice]")];
  expect(boxes.map(({ value }) => value)).toEqual([
    "dimension:season:SUMMER",
    "dimension:season:WINTER",
  ]);
  expect(boxes[0]?.form?.getAttribute("action")).toBe("/app/insights/compare");
});

const linksOf = (href: RegExp) =>
  [...document.querySelectorAll("a")].filter((link) => href.test(link.getAttribute("href") ?? ""));
const hrefs = (of: string) =>
  linksOf(new RegExp(`slice=${encodeURIComponent(of)}&`)).map((link) => [
    link.textContent,
    link.getAttribute("href")?.replace(/.*(?=from)/, ""),
  ]);

it("what is told of orders without a code leads to them, and what was before to the days before", async () => {
  const uncoded = figuresOf({ ...NO_SUMS, redemptions: 7, pricedUses: 7, revenueMinor: 7_000 });
  const total = { ...breakdown.total, then: figuresOf({ ...NO_SUMS, redemptions: 50 }) };
  await mount(<InsightsPage breakdown={{ ...breakdown, uncoded, total }} />);
  const [now, before] = ["from=2026-05-12&to=2026-06-10", "from=2026-04-12&to=2026-05-11"];
  expect(hrefs("shop:uncoded")).toEqual([["€10.00 without, of 7 orders", now]]);
  expect(hrefs("shop:redeemed")).toContainEqual(["50", before]);
  expect(hrefs("dimension:season:SUMMER")).toContainEqual(["60", before]);
  expect(hrefs("dimension:season:WINTER").map(([, days]) => days)).not.toContain(before);
});

it("a row leads to its orders also where only refunds are left of it", async () => {
  const rest = row(null, "Without season", { redemptions: 4 });
  const rows = [row("SUMMER", "Summer", { refundMinor: 500 }), row("WINTER", "Winter"), rest];
  await mount(<InsightsPage breakdown={{ ...breakdown, rows }} />);
  expect(hrefs("dimension:season:SUMMER").map(([text]) => text)).toContain("-€5.00");
  expect(hrefs("dimension:season:WINTER")).toEqual([]);
  expect(hrefs("without:season").map(([text]) => text)).toContain("4");
});

it("what it is by and the days stand in the address", async () => {
  const page = await mount(<InsightsPage breakdown={breakdown} />, { at: "/app/insights" });
  await page.choose(document.querySelector("select") ?? undefined, "campaign");
  await page.click(page.button("Last 90 days"));
  expect(page.router.state.location.search).toBe("?by=campaign&days=90");
});

it("a rate never stands without what it is of", async () => {
  const page = await mount(<InsightsPage breakdown={breakdown} />);
  expect(page.text()).toContain("75%30 of 40");
  expect(page.text()).toContain(
    "25%10 of 40 whose 30 days are over30% estimated for all (Kaplan–Meier)",
  );
});

it("says in a sentence that no campaign used is for a segment, with nothing to compare", async () => {
  const none = { ...breakdown, grain: "segment", rows: [] };
  const page = await mount(<InsightsPage breakdown={none} />);
  expect(page.text()).toContain(
    "No campaign that is for a customer segment was used in these days.",
  );
  expect(page.text()).not.toContain("Compare chosen");
  expect(document.querySelector("table")).toBeNull();
  const unused = { ...none, total: { now: nothing, then: nothing } };
  const empty = await mount(<InsightsPage breakdown={unused} />);
  expect(empty.text()).toContain("No code was used in these days.");
});

it("says when nothing was used, without a share of nothing", async () => {
  const empty = { ...breakdown, rows: [row("SUMMER", "Summer")] };
  const page = await mount(
    <InsightsPage breakdown={{ ...empty, total: { now: nothing, then: nothing } }} />,
  );
  expect(page.text()).toContain("No code was used in these days.");
  expect(cells()[0]?.[2]).toBe("–");
});
