// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { ComparePage } from "#app/components/insight/compare-page.tsx";
import type { Compared, Comparison } from "#app/domain/insight/comparison.ts";
import { figuresOf, NO_SUMS } from "#app/domain/insight/figures.ts";

const figures = figuresOf({
  ...NO_SUMS,
  ...{ redemptions: 40, pricedUses: 40, revenueMinor: 8_000 },
});
const compared = (slice: string, label: string, fresh: number | null): Compared => ({
  ...{ slice, label, now: figures, then: figures, uses: [] },
  ...{ fresh, returning: fresh === null ? null : 10 - fresh },
});
const on = (
  day: string,
  dayBefore: string,
  of: Partial<Compared["uses"][number]> = {},
): Compared["uses"][number] => ({
  ...{ day, value: 0, hasLines: true, dayBefore, before: 0, hadLines: true },
  ...of,
});

const comparison: Comparison = {
  range: { from: "2026-05-12", to: "2026-06-10" },
  then: { from: "2026-04-12", to: "2026-05-11" },
  isBefore: true,
  compared: [
    compared("shop:coded", "Orders with a code", 4),
    compared("shop:redeemed", "Redemptions", null),
    { ...compared("shop:orders", "All orders", 0), returning: 0 },
  ],
  choices: [],
};

const rowOf = (name: string) =>
  [...document.querySelectorAll("tbody tr")]
    .map((row) => [...row.children].map((cell) => cell.textContent?.trim()))
    .find(([head]) => head === name);

it("has no row of what is counted of none of them", async () => {
  const campaigns = comparison.compared.slice(1, 2);
  await mount(<ComparePage comparison={{ ...comparison, compared: campaigns }} />);
  expect(rowOf("Redemptions")).toBeDefined();
  expect(rowOf("Orders")).toBeUndefined();
  expect(document.querySelector("figcaption")?.textContent).toBe("Redemptions a day");
});

it("says of what orders are counted, and of what new customers are not known", async () => {
  await mount(<ComparePage comparison={comparison} />);
  expect(rowOf("Orders")).toEqual(["Orders", "40as before", "–", "40as before"]);
  expect(rowOf("Redemptions")).toEqual(["Redemptions", "–", "40as before", "–"]);
  expect(rowOf("Average order")).toEqual([
    "Average order",
    "€2.00as before",
    "–",
    "€2.00as before",
  ]);
  expect(rowOf("Net revenue a redemption")?.slice(1)).toEqual(["–", "€2.00as before", "–"]);
  expect(rowOf("Orders by new customers")).toEqual([
    "Orders by new customers",
    "40%",
    "Only counted for campaigns and orders",
    "–",
  ]);
});

const chartLinks = () =>
  [...document.querySelectorAll("figure table a")].map((link) => [
    link.textContent,
    link.getAttribute("href"),
  ]);
const dayOf = (slice: string, day: string) =>
  `/app/insights/orders?slice=${encodeURIComponent(slice)}&from=${day}&to=${day}`;

it("each day’s number of each of what is compared opens its own orders", async () => {
  const [first, second] = comparison.compared;
  const days = [
    { ...first!, uses: [on("2026-06-09", "2026-05-10", { value: 3 })] },
    { ...second!, uses: [on("2026-06-09", "2026-05-10", { value: 5 })] },
  ];
  await mount(<ComparePage comparison={{ ...comparison, compared: days }} />);
  expect(chartLinks()).toEqual([
    ["3", dayOf("shop:coded", "2026-06-09")],
    ["5", dayOf("shop:redeemed", "2026-06-09")],
  ]);
});

it("of one alone, a day of the other period opens its own; what adds up to 0 of something does, too", async () => {
  const [first] = comparison.compared;
  const uses = [
    on("2026-06-09", "2026-05-10", { before: 2 }),
    on("2026-06-10", "2026-05-11", { hasLines: false, hadLines: false }),
  ];
  await mount(<ComparePage comparison={{ ...comparison, compared: [{ ...first!, uses }] }} />);
  expect(chartLinks()).toEqual([
    ["0", dayOf("shop:coded", "2026-06-09")],
    ["2", dayOf("shop:coded", "2026-05-10")],
  ]);
});

it("what a number is compared with opens the other period", async () => {
  await mount(<ComparePage comparison={comparison} />);
  const links = [...document.querySelectorAll("a")].filter(
    ({ textContent }) => textContent === "as before",
  );
  expect(links.map((link) => link.getAttribute("href"))).toContain(
    "/app/insights/orders?slice=shop%3Acoded&from=2026-04-12&to=2026-05-11",
  );
});
