// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { BudgetCard } from "#app/components/campaign/detail/budget-card.tsx";
import { AttentionEntry } from "#app/components/home/attention-item.tsx";
import type { Budget } from "#app/domain/campaign/budget.ts";
import type { AttentionItem } from "#app/domain/insight/dashboard.ts";

const budget = (change: Partial<Budget>): { budget: Budget; currency: string } => ({
  budget: {
    ...{
      spendCapMinor: null,
      customerCapMinor: null,
      totalCap: null,
      spentMinor: 45_000,
      uses: 90,
      reached: null,
    },
    ...change,
  },
  currency: "EUR",
});

it("says what of each cap is gone, with its base", async () => {
  const both = budget({ spendCapMinor: 100_000, totalCap: 120 });
  const page = await mount(<BudgetCard campaign={both} />);
  expect(page.text()).toContain("Discounts given: €450.00 of €1,000.00 (45%)");
  expect(page.text()).toContain("Uses that count: 90 of 120 (75%)");
  expect(page.text()).not.toContain("paused");
});

it("shows nothing of a campaign without a cap", async () => {
  const page = await mount(<BudgetCard campaign={budget({})} />);
  expect(page.text()).not.toContain("Budget");
});

it("says which cap paused it", async () => {
  const reached = budget({ totalCap: 90, reached: "uses" });
  const page = await mount(<BudgetCard campaign={reached} />);
  expect(page.text()).toContain("The cap on uses was reached, so it is paused.");
});

it("home leads to the field of the cap that is reached", async () => {
  const campaign = { id: "c1", name: "SUMMER26_10OFF" };
  const item: AttentionItem = {
    kind: "cap_reached",
    ...{ campaign, cap: "spend", most: 100_000, currency: "EUR" },
  };
  const page = await mount(<AttentionEntry item={item} />);
  expect(page.text()).toContain(
    "SUMMER26_10OFF is paused: its cap of €1,000.00 taken off is reached",
  );
  expect(page.button("Raise the cap").getAttribute("href")).toBe("/app/campaigns/c1/edit#spendCap");
});
