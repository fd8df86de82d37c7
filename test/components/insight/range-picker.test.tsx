// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { RangePicker } from "#app/components/insight/range-picker.tsx";

const range = { from: "2026-05-12", to: "2026-06-10" };
const before = { from: "2026-04-12", to: "2026-05-11" };

const fields = () => [...document.querySelectorAll<HTMLInputElement>("input[type=date]")];
const pressed = () => document.querySelector("button[aria-pressed=true]")?.textContent;

it.each([
  ["2024-01-01", "2026-06-10", "At most 731 days."],
  ["2026-06-10", "2026-06-01", "The last day is before the first."],
])("from %s to %s is refused beside the fields", async (from, to, words) => {
  const page = await mount(<RangePicker range={range} before={before} />);
  await page.type(fields()[0]!, from);
  await page.type(fields()[1]!, to);
  expect(page.text()).toContain(words);
  await page.click(page.button("Show days"));
  expect(page.router.state.location.search).toBe("");
});

it("of a list any two days may be chosen", async () => {
  const page = await mount(<RangePicker range={range} />, { at: "/app/insights/orders" });
  await page.type(fields()[0]!, "2020-01-01");
  await page.click(page.button("Show days"));
  expect(page.router.state.location.search).toBe("?from=2020-01-01&to=2026-06-10");
});

it.each([
  ["from=2024-01-01&to=2026-11-29", "at most 731 can be shown."],
  ["from=2026-06-10&to=2026-06-01", "the last is before the first."],
  ["from=2026-02-30&to=2026-03-01", "it takes two, such as 2026-06-01."],
  ["to=2026-03-01", "it takes two, such as 2026-06-01."],
  ["days=999", "1 to 731 up to today can be shown."],
  ["days=0", "1 to 731 up to today can be shown."],
  ["days=all", "1 to 731 up to today can be shown."],
])("an address with %s is said not to be used, and why", async (query, why) => {
  const at = `/app/insights?${query}`;
  const page = await mount(<RangePicker range={range} before={before} />, { at });
  expect(page.text()).toContain(`The days in the address are not used: ${why}`);
  expect(page.text()).toContain("May 12 – Jun 10, compared with Apr 12 – May 11");
  expect(fields().map(({ value }) => value)).toEqual([range.from, range.to]);
  expect(pressed()).toBe("30 days");
});

it.each(["", "?days=30", "?days=731", "?from=2026-05-12&to=2026-06-10"])(
  "nothing is said of an address that is used: %j",
  async (query) => {
    const at = `/app/insights${query}`;
    const page = await mount(<RangePicker range={range} before={before} />, { at });
    expect(page.text()).not.toContain("not used");
  },
);

it("says the years of days of other years", async () => {
  const year = { from: "2025-06-11", to: "2026-06-10" };
  const other = { from: "2024-06-11", to: "2025-06-10" };
  const page = await mount(<RangePicker range={year} before={other} />);
  expect(page.text()).toContain(
    "Jun 11, 2025 – Jun 10, 2026, compared with Jun 11, 2024 – Jun 10, 2025",
  );
});
