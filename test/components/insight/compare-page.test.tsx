// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { ComparePage } from "#app/components/insight/compare-page.tsx";
import type { Compared, Comparison } from "#app/domain/insight/comparison.ts";
import { figuresOf, NO_SUMS } from "#app/domain/insight/figures.ts";

const figures = figuresOf({ ...NO_SUMS, redemptions: 40 });
const compared = (slice: string, label: string, fresh: number | null): Compared => ({
  ...{ slice, label, now: figures, then: figures, uses: [] },
  ...{ fresh, returning: fresh === null ? null : 10 - fresh },
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

it("says of what orders are counted, and of what new customers are not known", async () => {
  await mount(<ComparePage comparison={comparison} />);
  expect(rowOf("Redemptions")).toMatchObject([
    "Redemptions",
    expect.stringMatching(/^40 orders/),
    expect.stringMatching(/^40(?! orders)/),
    expect.stringMatching(/^40 orders/),
  ]);
  expect(rowOf("Orders by new customers")).toEqual([
    "Orders by new customers",
    "40%",
    "Only counted for campaigns and orders",
    "–",
  ]);
});
