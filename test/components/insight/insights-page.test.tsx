// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { InsightsPage } from "#app/components/insight/insights-page.tsx";
import type { ByDimension, DimensionRow } from "#app/domain/insight/by-dimension.ts";

const row = (value: string | null, change: Partial<DimensionRow> = {}): DimensionRow => ({
  value,
  label: value ?? "Without season",
  campaigns: 1,
  codes: 2,
  redemptions: 0,
  reversals: 0,
  uses: 0,
  revenueMinor: 0,
  discountMinor: 0,
  refundMinor: 0,
  ...change,
});

const answer: ByDimension = {
  field: "season",
  fields: [
    { id: "season", label: "Season" },
    { id: "yy", label: "Two-digit year" },
  ],
  range: { from: "2026-05-12", to: "2026-06-10", days: 30 },
  rows: [
    row("SUMMER", {
      label: "Summer",
      redemptions: 80,
      reversals: 5,
      uses: 75,
      revenueMinor: 1_000_000,
      refundMinor: 50_000,
      discountMinor: 99_900,
    }),
    row("WINTER", { label: "Winter", redemptions: 25, uses: 25 }),
    row(null),
  ],
};

const cells = () =>
  [...document.querySelectorAll("tbody tr")].map((tr) =>
    [...tr.children].map((cell) => cell.textContent?.trim()),
  );

it("shows each value’s part of the whole, what was freed again, and revenue less refunds", async () => {
  await mount(<InsightsPage answer={answer} />);
  expect(cells()[0]).toEqual([
    "Summer",
    "7580, 5 freed again",
    "75%",
    "€9,500.00",
    "€999.00",
    "€500.00",
    "2",
    "1",
  ]);
  expect(cells()[2]?.slice(0, 3)).toEqual(["Without season", "0", "0%"]);
});

it("leads from a value to its codes; names without one have none", async () => {
  const page = await mount(<InsightsPage answer={answer} />);
  expect(page.button("Summer").getAttribute("href")).toBe("/app/codes?part=season%3ASUMMER");
  expect(() => page.button("Without season")).toThrow();
});

it("part and range stand in the address", async () => {
  const page = await mount(<InsightsPage answer={answer} />, { at: "/app/insights" });
  const [part, days] = document.querySelectorAll("select");
  await page.choose(part, "yy");
  await page.choose(days, "90");
  expect(page.router.state.location.search).toBe("?field=yy&days=90");
});

it("says when nothing was used, without a share of nothing", async () => {
  const page = await mount(<InsightsPage answer={{ ...answer, rows: [row("SUMMER")] }} />);
  expect(page.text()).toContain("No code was used in these days.");
  expect(cells()[0]?.[2]).toBe("–");
});

it("a shop without names is told what will appear", async () => {
  const page = await mount(
    <InsightsPage answer={{ ...answer, field: null, fields: [], rows: [] }} />,
  );
  expect(page.text()).toContain("Once a campaign has a name");
  expect(page.button("New campaign").getAttribute("href")).toBe("/app/campaigns/new");
});
