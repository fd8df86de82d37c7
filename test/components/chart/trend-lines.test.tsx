// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { TrendLines, type Series } from "#app/components/chart/trend-lines.tsx";

const LINES: Series[] = [
  { name: "Summer", values: [3, 5, 0], urls: ["/s1", "/s2", null] },
  { name: "Winter", values: [1, 0, 0], urls: ["/w1", "/w2", null] },
  { name: "The days before", values: [2, -1, 4], urls: [null, "/b2", "/b3"], thin: true },
];

const chartOf = (series: readonly Series[]) => (
  <TrendLines
    title="Redemptions a day"
    axis={{ name: "Day", places: ["Jun 1", "Jun 2", "Jun 3"] }}
    series={series}
    band={{ name: "Usual", low: [0, 1, 0], high: [4, 6, 5] }}
    whole
    formatValue={String}
    formatTick={String}
  />
);
const chart = chartOf(LINES);

it("says its numbers in a table, with the band, for whoever cannot see it", async () => {
  await mount(chart);
  const rows = [...document.querySelectorAll("table tr")].map((tr) =>
    [...tr.children].map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ["Day", "Summer", "Winter", "The days before", "Usual"],
    ["Jun 1", "3", "1", "2", "0 to 4"],
    ["Jun 2", "5", "0", "-1", "1 to 6"],
    ["Jun 3", "0", "0", "4", "0 to 5"],
  ]);
  const { id } = document.querySelector("figcaption") ?? {};
  expect(document.querySelector("table")?.getAttribute("aria-labelledby")).toBe(id);
  expect(document.querySelector("svg.bf-lines")?.getAttribute("aria-hidden")).toBe("true");
});

it("says what a value below zero means, where there is one", async () => {
  await mount(chart);
  const said = () => document.querySelector(".bf-chart-note")?.textContent ?? null;
  expect(said()).toBe("Below zero, more was taken back than came in.");
  await mount(chartOf([{ name: "Summer", values: [3, 5, 0], urls: [] }]));
  expect(said()).toBeNull();
});

it("each number opens its own orders where something happened, by keys and by pointer", async () => {
  await mount(chart);
  const opened = (within: string) =>
    [...document.querySelectorAll(`${within} a`)].map((link) => link.getAttribute("href"));
  // A use and its reversal are two lines, and add up to 0.
  expect(opened("table")).toEqual(["/s1", "/w1", "/s2", "/w2", "/b2", "/b3"]);
  expect(opened("svg.bf-lines").sort()).toEqual(opened("table").sort());
  const [link] = document.querySelectorAll("table a");
  expect(link?.getAttribute("aria-label")).toBe("Summer, Jun 1: 3. See the orders");
  // What is drawn is not read out, so keys must not stop there.
  for (const link of document.querySelectorAll("svg a"))
    expect(link.getAttribute("tabindex")).toBe("-1");
  const said = [...document.querySelectorAll("svg.bf-lines .bf-chart-spot title")];
  expect(said.map(({ textContent }) => textContent)).toEqual([
    "Jun 1: Summer 3, Winter 1, The days before 2. Opens Summer",
    "Jun 1: Summer 3, Winter 1, The days before 2. Opens Winter",
    "Jun 2: Summer 5, Winter 0, The days before -1. Opens Summer",
    "Jun 2: Summer 5, Winter 0, The days before -1. Opens Winter",
    "Jun 2: Summer 5, Winter 0, The days before -1. Opens The days before",
    "Jun 3: Summer 0, Winter 0, The days before 4",
  ]);
});

const SAME: Series[] = ["Summer", "Winter", "Spring"].map((name) => {
  return { name, values: [3, 3, 3], urls: [`/${name}`, null, null] };
});

it.each([
  ["apart, the nearest", LINES, 2],
  ["on each other, as much of the place as the others", SAME, 3],
])("of lines %s can be pointed at", async (_, series, count) => {
  await mount(chartOf(series));
  const spots = [...document.querySelectorAll("svg.bf-lines .bf-chart-spot")].slice(0, count);
  const parts = spots.map((spot) => [
    Number(spot.getAttribute("y")),
    Number(spot.getAttribute("height")),
  ]);
  for (const [at, [top = 0, height = 0]] of parts.entries()) {
    expect(height).toBeGreaterThanOrEqual(8);
    expect(top + height).toBeCloseTo(parts[at + 1]?.[0] ?? 220, 1);
  }
  if (series === SAME) expect(new Set(parts.map(([, height]) => height?.toFixed(1))).size).toBe(1);
});

it("tells lines apart by their marks as well as by colour; what they are compared with is thin", async () => {
  await mount(chart);
  const lines = [...document.querySelectorAll("svg.bf-lines .bf-series")];
  const shapes = lines.map((line) => line.querySelector(".bf-series-mark")?.getAttribute("d"));
  expect(new Set(shapes).size).toBe(3);
  expect(lines.map((line) => line.classList.contains("bf-series-thin"))).toEqual([
    false,
    false,
    true,
  ]);
  expect(document.querySelector(".bf-legend")?.textContent).toBe(
    "SummerWinterThe days beforeUsual",
  );
});
