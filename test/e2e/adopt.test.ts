import { beforeAll, describe, expect, it } from "vitest";

import { fillShop } from "#test/standin/messy/fill.ts";
import { PHONE } from "#test/support/browser.ts";
import { violationsOn } from "./accessibility.ts";
import { openStage } from "./stage.ts";

const stage = await openStage("second-shop");
const HANDLE = "second-shop";

beforeAll(() => {
  const { world } = stage.product.standin;
  const options = { seed: 7, discounts: 60, codes: 3_000 };
  for (const _ of fillShop(world, stage.product.shop(HANDLE), options)) void _;
});

// One store, as it was before Bonafide: each test goes on where the one before stopped.
describe("a store that is adopted", () => {
  it("is read from the setup guide on, and says what each discount would become", async () => {
    const window = await stage.staff("/app");
    await window.app.getByRole("link", { name: "Read my store" }).click();
    await window.app.getByRole("heading", { name: "Your store’s discounts" }).waitFor();
    await window.app.getByRole("button", { name: "Read my store" }).click();
    await window.app.getByRole("button", { name: /^Adopt all / }).waitFor({ timeout: 90_000 });
    await window.app.getByText("one public code").first().waitFor();
    await window.app.getByRole("tab", { name: /^Left alone/ }).click();
    await window.app.getByText("Another app decides what it takes off.").first().waitFor();
    await window.app.getByRole("tab", { name: /^Needs a convention/ }).click();
    await window.app.getByText("would read it.").first().waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
    await window.page.setViewportSize(PHONE);
    await window.document.waitForFunction((width) => innerWidth === width, PHONE.width);
    const sideways = () =>
      window.document.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(sideways).toBeLessThanOrEqual(0);
    await window.app.getByText("would read it.").first().waitFor();
  });

  it("lays nothing over the tabs that takes a click, whether a list loads or not", async () => {
    const window = await stage.staff("/app/settings/store");
    // Saying that it loads, Polaris slides them over the tabs for a tenth of a second.
    const panels = window.app.locator(".Polaris-IndexTable__LoadingPanel");
    await panels.first().waitFor({ state: "attached" });
    const clicks = (all: Element[]) => all.map((panel) => getComputedStyle(panel).pointerEvents);
    expect(new Set(await panels.evaluateAll(clicks))).toEqual(new Set(["none"]));
  });

  it("becomes campaigns after it was said what will happen", async () => {
    const window = await stage.staff("/app/settings/store");
    const before = stage.product.standin.world.calls.length;
    await window.app.getByRole("button", { name: /^Adopt all / }).click();
    await window.app.getByText("Nothing is changed in Shopify.").first().waitFor();
    await window.app.getByRole("button", { name: "Adopt", exact: true }).click();
    await window.app
      .getByText(/^(\d+) of \1 discounts adopted\.$/)
      .first()
      .waitFor({ timeout: 90_000 });
    const written = stage.product.standin.world.calls
      .slice(before)
      .filter(({ operation }) => /^(Create|Update|Add|Remove)/.test(operation ?? ""));
    expect(written).toEqual([]);
    await window.menu("Campaigns");
    await window.app
      .getByRole("link", { name: /^(SPRING|SUMMER|AUTUMN|WINTER|EASTER)/ })
      .first()
      .click();
    await window.app.getByText("In Shopify").first().waitFor();
  });

  it("is told what should be put right", async () => {
    const window = await stage.staff("/app/settings/store/report");
    await window.app.getByText("to no campaign.").first().waitFor();
    await window.app.getByRole("tab", { name: /^Forgotten/ }).click();
    await window.app
      .getByText(/without a use|turned away/)
      .first()
      .waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
    const [download] = await Promise.all([
      window.page.waitForEvent("download"),
      window.app.getByRole("button", { name: "Export" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^store-report-.*\.csv$/);
  });
});
