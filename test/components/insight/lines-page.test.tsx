// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { LinesPage } from "#app/components/insight/lines-page.tsx";
import type { LedgerLine, LedgerLines } from "#app/domain/insight/entry.ts";
import { figuresOf, NO_SUMS } from "#app/domain/insight/figures.ts";
import { FIRST_DAY } from "#app/domain/insight/range.ts";

const answer: LedgerLines = {
  ...{ slice: "campaign:1", label: "SUMMER26_10OFF", sums: figuresOf(NO_SUMS) },
  ...{ range: { from: "2026-05-12", to: "2026-06-10" }, part: null, lines: [], next: null },
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

const hourly: LedgerLines = {
  ...answer,
  ...{ range: { from: "2026-06-10", to: "2026-06-10" }, part: { first: 9, last: 9 } },
};

it("of an hour says which, and leads to the whole day, and to other days without it", async () => {
  const at = "/app/insights/orders?slice=campaign%3A1&from=2026-06-10&to=2026-06-10&part=9";
  const page = await mount(<LinesPage answer={hourly} />, { at });
  expect(page.text()).toContain("Orders behind SUMMER26_10OFF, Jun 10, 09:00 to 10:00");
  expect(page.text()).toContain("Jun 10, 09:00 to 10:00, by the shop’s clock");
  expect(page.text()).toContain("No order in this time.");
  await page.click(page.button("Show the whole day"));
  expect(page.router.state.location.search).toBe(
    "?slice=campaign%3A1&from=2026-06-10&to=2026-06-10",
  );
  const again = await mount(<LinesPage answer={hourly} />, { at });
  await again.click(again.button("Last 7 days"));
  expect(again.router.state.location.search).toBe("?slice=campaign%3A1&days=7");
});

it("adds up no discount of orders without a code: it is not known of them alone", async () => {
  const page = await mount(<LinesPage answer={answer} />);
  expect(page.text()).toContain("Discount cost");
  const other = { ...answer, slice: "shop:uncoded", label: "All orders without a code" };
  const uncoded = await mount(<LinesPage answer={other} />);
  expect(uncoded.text()).toContain("0 placed, 0 taken back");
  expect(uncoded.text()).not.toContain("Discount cost");
});

it("shows every number it can be opened from: net revenue and the average, too", async () => {
  const sums = figuresOf({
    ...NO_SUMS,
    ...{ redemptions: 4, pricedUses: 4, revenueMinor: 10_000, refundMinor: 2_000 },
  });
  const uses = await mount(<LinesPage answer={{ ...answer, sums }} />);
  expect(uses.text()).toContain("Net revenue€80.00Net revenue a redemption€20.00");
  const slice = { slice: "shop:coded", label: "All orders with a code" };
  const orders = await mount(<LinesPage answer={{ ...answer, ...slice, sums }} />);
  expect(orders.text()).toContain("Orders behind all orders with a code");
  expect(orders.text()).toContain("Net revenue€80.00Average order€20.00");
});

it("says of orders that they were placed, and of uses that they were redeemed", async () => {
  const line: LedgerLine = {
    ...{ id: "1", at: "2026-06-01T10:00:00.000Z", order: { id: "1", name: "#1" } },
    ...{ kind: "redemption", codes: [], uses: 1, currency: "EUR" },
    ...{ revenueMinor: 1_000, discountMinor: 0, refundMinor: 0 },
  };
  const lines = [line, { ...line, id: "2", kind: "reversal" } satisfies LedgerLine];
  const placed = await mount(<LinesPage answer={{ ...answer, slice: "shop:orders", lines }} />);
  expect(placed.text()).toMatch(/Placed.*Taken back/s);
  const redeemed = await mount(<LinesPage answer={{ ...answer, lines }} />);
  expect(redeemed.text()).toMatch(/Redeemed.*Freed/s);
});
