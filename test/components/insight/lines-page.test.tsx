// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { LinesPage } from "#app/components/insight/lines-page.tsx";
import type { LedgerLines } from "#app/domain/insight/entry.ts";
import { figuresOf, NO_SUMS } from "#app/domain/insight/figures.ts";
import { FIRST_DAY } from "#app/domain/insight/range.ts";

const answer: LedgerLines = {
  ...{ slice: "campaign:1", label: "SUMMER26_10OFF", sums: figuresOf(NO_SUMS) },
  ...{ range: { from: "2026-05-12", to: "2026-06-10" }, lines: [], next: null },
};

it("lists the orders of the days it says, compared with nothing, or of all days", async () => {
  const page = await mount(<LinesPage answer={answer} />, { at: "/app/insights/orders" });
  expect(page.text()).not.toContain("compared with");
  await page.click(page.button("All days"));
  expect(page.router.state.location.search).toBe("?days=all");
});

it("says that it lists all there are, not since when orders could have been", async () => {
  const range = { from: FIRST_DAY, to: "2026-06-10" };
  const page = await mount(<LinesPage answer={{ ...answer, range }} />);
  expect(page.text()).toContain("All days up to");
  expect(page.text()).not.toContain("2006");
});
