// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { TrendLines } from "#app/components/chart/trend-lines.tsx";

const chart = (
  <TrendLines
    title="Redemptions a day"
    axis={{ name: "Day", places: ["Jun 1", "Jun 2", "Jun 3"], urls: ["/1", "/2", "/3"] }}
    series={[
      { name: "Summer", values: [3, 5, 0] },
      { name: "Winter", values: [1, 0, 0] },
      { name: "The days before", values: [2, -1, 4], thin: true },
    ]}
    band={{ name: "Usual", low: [0, 1, 0], high: [4, 6, 5] }}
    whole
    formatValue={String}
    formatTick={String}
  />
);

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
  await mount(<TrendLines {...chart.props} series={[{ name: "Summer", values: [3, 5, 0] }]} />);
  expect(said()).toBeNull();
});

it("opens the orders of each day in which something happened, by pointer and by keys", async () => {
  await mount(chart);
  const opened = (within: string) =>
    [...document.querySelectorAll(`${within} a`)].map((link) => link.getAttribute("href"));
  expect(opened("svg.bf-lines")).toEqual(["/1", "/2"]);
  expect(opened("table")).toEqual(["/1", "/2"]);
  // What is drawn is not read out, so keys must not stop there.
  for (const link of document.querySelectorAll("svg a"))
    expect(link.getAttribute("tabindex")).toBe("-1");
  const [spot] = document.querySelectorAll("svg.bf-lines .bf-chart-spot title");
  expect(spot?.textContent).toBe("Jun 1: Summer 3, Winter 1, The days before 2");
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
