import { expect, test } from "vitest";

import type { AppWindow } from "#test/support/app-window.ts";
import { PHONE } from "#test/support/browser.ts";
import { violationsOn } from "./accessibility.ts";
import { openStage } from "./stage.ts";

const stage = await openStage("bonafide-demo");

const field = (window: AppWindow, name: string) => window.app.locator(`#field-${name}`);
const pick = (window: AppWindow, name: string, label: string) =>
  field(window, name).locator("label").filter({ hasText: label }).click();
const options = (window: AppWindow) => window.app.locator("[role=option]:visible");

/** Ticks in Shopify's dialog what is named, and takes it. */
async function choose(window: AppWindow, at: string, titles: readonly string[]): Promise<void> {
  await field(window, at)
    .getByRole("button", { name: /^(Choose|Change) / })
    .click();
  const dialog = window.page.locator("dialog#picker[open]");
  for (const title of titles) {
    await dialog.getByRole("searchbox").fill(title);
    await dialog.getByRole("checkbox", { name: title, exact: true }).check();
  }
  await dialog.getByRole("button", { name: "Select" }).click();
}

async function named(window: AppWindow, name: string): Promise<void> {
  await field(window, "name").fill(name);
  await field(window, "name").press("Escape");
}

/** Nothing axe objects to, and nothing beside a phone's screen. */
async function expectUsable(window: AppWindow): Promise<void> {
  expect(await violationsOn(window.document)).toEqual([]);
  const before = window.page.viewportSize();
  await window.page.setViewportSize(PHONE);
  const frame = window.document;
  await frame.waitForFunction((width) => innerWidth === width, PHONE.width);
  const sideways = () =>
    frame.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  await expect.poll(sideways).toBe(0);
  if (before) await window.page.setViewportSize(before);
}

test("buy X, get Y for a customer by name, made by hand, changed, and read on its page", async () => {
  const window = await stage.staff("/app/campaigns/new");
  await named(window, "SUMMER26_DISCOUNT");
  await pick(window, "offerKind", "Buy X, get Y");
  await field(window, "buysQuantity").fill("2");
  await choose(window, "buysProductIds", ["Harbour mug"]);
  await choose(window, "productIds", ["Brass pen"]);
  await pick(window, "audience", "Chosen customers");
  const customer = stage.product.shop("bonafide-demo").customers[3];
  const name = `${customer?.firstName} ${customer?.lastName}`;
  await field(window, "customerIds").fill(customer?.email ?? "");
  await options(window).filter({ hasText: name }).click();
  await window.page.keyboard.press("Escape");
  await expectUsable(window);
  await window.save();

  await window.app.getByRole("heading", { name: "SUMMER26_DISCOUNT", level: 1 }).waitFor();
  const terms = window.app.locator("dl.bf-pair").first();
  for (const said of ["Buy 2, get 1 free", "Harbour mug", "Brass pen", name])
    await terms.getByText(said).first().waitFor();
  await window.app.getByText("Live in Shopify").first().waitFor();

  await window.app.getByRole("link", { name: "Edit" }).first().click();
  await window.app.getByRole("button", { name: "Remove Brass pen" }).waitFor();
  await choose(window, "productIds", ["Oak board"]);
  await window.app.getByRole("button", { name: "Remove Brass pen" }).click();
  await window.save();
  await window.app.locator("dl.bf-pair").first().getByText("Oak board").first().waitFor();
  await stage.quiet();
});

test("what is missing is said beside where it is chosen, and a folded card opens to be mended", async () => {
  const window = await stage.staff("/app/campaigns/new");
  await named(window, "SUMMER26_FREESHIP");
  await pick(window, "offerKind", "The shipping costs");
  await pick(window, "shipsTo", "Chosen countries");
  await window.app.getByText("Minimum purchase").first().click();
  await pick(window, "minimum", "An amount");
  await window.app.getByText("Minimum purchase").first().click();
  await stage.troubles.expecting(/422/, async () => {
    await window.save();
    await window.app.getByText("Not saved: 2 things need to be put right").first().waitFor();
  });
  await window.app.getByRole("button", { name: /Enter an amount above 0/ }).click();
  await field(window, "minimumSubtotal").fill("30");
  await field(window, "countries").fill("austri");
  await options(window).filter({ hasText: "Austria" }).click();
  await window.page.keyboard.press("Escape");
  await expectUsable(window);
  await window.save();
  const terms = window.app.locator("dl.bf-pair").first();
  for (const said of ["Austria", "At least €30.00"]) await terms.getByText(said).first().waitFor();
  await stage.quiet();
});
