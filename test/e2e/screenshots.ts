import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

import type { Browser, Page } from "playwright-core";

import { buildIfStale } from "#test/demo/build-if-stale.ts";
import { fillShop } from "#test/demo/fill.ts";
import { askJson } from "#test/demo/http.ts";
import { startProduct } from "#test/demo/product.ts";
import { AppWindow } from "#test/support/app-window.ts";
import { DESKTOP, launchBrowser, openBrowser, PHONE, Troubles } from "#test/support/browser.ts";
import { ShopperWindow } from "#test/support/shopper-window.ts";

/*
 * `npm run screenshots`: the pictures of the README, taken of the product as it runs, filled as the demo is. The seed
 * decides everything in them but the dates.
 */
const root = join(import.meta.dirname, "../..");
const pictures = join(root, "docs/screenshots");
const HANDLE = "bonafide-demo";
/** Its shoppers read English. */
const CHECKOUT_HANDLE = "second-shop";
const SEED = 1;

const dataFolder = join(root, ".data", `screenshots-${process.pid}`);
const say = (text: string) => console.error(text);

type Way = (window: AppWindow) => Promise<void>;

async function toCampaign(window: AppWindow): Promise<void> {
  await window.go("/app/campaigns");
  await window.app.getByRole("link", { name: "AUTUMN26_15OFF" }).click();
  await window.app.getByRole("heading", { name: "AUTUMN26_15OFF", level: 1 }).waitFor();
}

async function toCase(window: AppWindow): Promise<void> {
  await window.go("/app/review");
  await window.app.locator("[data-case] a").filter({ hasText: "accounts" }).first().click();
  await window.app.getByRole("heading", { name: "Decision" }).waitFor();
}

async function toNewCampaign(window: AppWindow): Promise<void> {
  await window.go("/app/campaigns/new");
  const name = window.app.getByRole("combobox", { name: "Name" });
  await name.fill("SUMER26_FRESHIP");
  await window.app.getByRole("button", { name: /^Use / }).first().waitFor();
}

async function toConvention(window: AppWindow): Promise<void> {
  await window.go("/app/settings/conventions/new");
  await window.app
    .getByRole("combobox", { name: "Pattern" })
    .fill("{season}{yy}_{offer}[_{channel}]");
  await window.app.getByText("SUMMER").first().waitFor();
}

/** What the store had before, once it is read. */
async function toStore(window: AppWindow): Promise<void> {
  await window.go("/app/settings/store");
  const adopt = window.app.getByRole("button", { name: /^Adopt all / });
  const read = window.app.getByRole("button", { name: "Read my store" });
  await adopt.or(read).first().waitFor();
  if (await read.isVisible()) await read.click();
  await adopt.waitFor({ timeout: 60_000 });
}

/** What the policy in force and another would have done, once it is worked out. */
async function toBacktest(window: AppWindow): Promise<void> {
  await window.go("/app/settings/policies/backtest");
  const found = window.app.getByText("Of them probably good customers");
  if (!(await found.isVisible()))
    await window.app.getByRole("button", { name: "Try on past orders" }).click();
  await found.waitFor({ timeout: 60_000 });
  await window.app
    .getByRole("heading", { name: "What would have happened" })
    .evaluate((heading) => heading.scrollIntoView());
}

const goTo =
  (path: string): Way =>
  (window) =>
    window.go(path);

type Picture = { name: string; way: Way; onPhone?: true };

const PAGES: Picture[] = [
  { name: "home", way: goTo("/app"), onPhone: true },
  { name: "campaigns", way: goTo("/app/campaigns") },
  { name: "campaign", way: toCampaign, onPhone: true },
  { name: "new-campaign", way: toNewCampaign },
  { name: "codes", way: goTo("/app/codes") },
  { name: "review", way: goTo("/app/review"), onPhone: true },
  { name: "case", way: toCase, onPhone: true },
  { name: "policies", way: goTo("/app/settings/policies"), onPhone: true },
  { name: "backtest", way: toBacktest, onPhone: true },
  { name: "settings", way: goTo("/app/settings") },
  { name: "conventions", way: toConvention },
  { name: "store", way: toStore, onPhone: true },
  { name: "sync", way: goTo("/app/settings/sync"), onPhone: true },
  { name: "insights", way: goTo("/app/insights") },
];

/** What staff's decisions show, and so needs some. */
const DECIDED_PAGES: Picture[] = [
  { name: "calibration", way: goTo("/app/settings/calibration"), onPhone: true },
];

/** Keys of what is decided about one case after the other, as many as there are: abuse, fine, a household. */
const DECISIONS = ["3", "3", "3", "1", "2"];

async function decideCases(browser: Browser, standinUrl: string): Promise<void> {
  const context = await openBrowser(browser, new Troubles());
  const window = new AppWindow(await context.newPage(), { standinUrl, handle: HANDLE });
  await window.go("/app/review");
  const cases = window.app.locator("[data-case]");
  await cases.first().waitFor();
  for (const key of DECISIONS.slice(0, await cases.count())) {
    await window.go("/app/review");
    await cases.first().waitFor();
    await window.page.keyboard.press("n");
    await window.app.getByRole("heading", { name: "Decision" }).waitFor();
    await window.page.keyboard.press(key);
    await window.page.keyboard.press("Control+Enter");
    await window.app
      .getByRole("status")
      .getByText(/^Case \d+: /)
      .first()
      .waitFor();
  }
  await context.close();
}

async function photograph(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // What the mouse left behind, and toasts and menus on their way out.
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: "disabled" });
  say(`  ${name}.png`);
}

async function takeAdmin(
  browser: Browser,
  standinUrl: string,
  pages: readonly Picture[],
): Promise<void> {
  for (const viewport of [DESKTOP, PHONE]) {
    const isPhone = viewport === PHONE;
    const context = await openBrowser(browser, new Troubles(), { viewport });
    for (const { name, way, onPhone } of pages) {
      if (isPhone && !onPhone) continue;
      const window = new AppWindow(await context.newPage(), { standinUrl, handle: HANDLE });
      await way(window);
      await photograph(window.page, isPhone ? `${name}-390` : name);
      await window.page.close({ runBeforeUnload: false });
    }
    await context.close();
  }
}

async function takeCheckout(browser: Browser, standinUrl: string): Promise<void> {
  const context = await openBrowser(browser, new Troubles());
  const shopper = new ShopperWindow(await context.newPage(), {
    standinUrl,
    handle: CHECKOUT_HANDLE,
  });
  for (const isAgain of [false, true]) {
    await shopper.checkOut({ email: "mara@example.com" });
    await shopper.enter("SUMMER26_FREESHIP");
    if (isAgain) break;
    await shopper.pay();
    await fetch(`${standinUrl}/control/idle`);
  }
  await shopper.refusal.waitFor();
  await photograph(shopper.page, "checkout-refused");
  await context.close();
}

await buildIfStale(say);
mkdirSync(dataFolder, { recursive: true });
mkdirSync(pictures, { recursive: true });
say("Starting the product");
const product = await startProduct({ port: 0, seed: SEED, dataFolder });
const browser = await launchBrowser();
try {
  const standinUrl = product.standin.url;
  const where = { standinUrl, appUrl: product.publicUrl, seed: SEED };
  await fillShop({ ...where, handle: HANDLE }, 420, say);
  await fillShop({ ...where, handle: CHECKOUT_HANDLE }, 20, say);
  await askJson(`${standinUrl}/control/${HANDLE}/messy-store`, {
    method: "POST",
    body: { seed: SEED, discounts: 40, codes: 900 },
  });
  say("Taking pictures");
  await takeAdmin(browser, standinUrl, PAGES);
  await decideCases(browser, standinUrl);
  await takeAdmin(browser, standinUrl, DECIDED_PAGES);
  await takeCheckout(browser, standinUrl);
} finally {
  await browser.close();
  await product.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}
