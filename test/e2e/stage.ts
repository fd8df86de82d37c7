import { join } from "node:path";

import type { Browser, BrowserContextOptions, Frame } from "playwright-core";
import { afterAll, afterEach, expect } from "vitest";

import { AppWindow } from "#test/support/app-window.ts";
import { launchBrowser, openBrowser, Troubles } from "#test/support/browser.ts";
import { openDemoApp, type DemoApp } from "#test/support/demo-app.ts";
import { ShopperWindow } from "#test/support/shopper-window.ts";

/** Characters of a page that are printed. */
const MOST_SHOWN = 4_000;

export type Stage = {
  product: DemoApp;
  troubles: Troubles;
  /** A member of staff at a browser of their own, with the app open; the owner unless another first name is said. */
  staff(path?: string, options?: BrowserContextOptions & { as?: string }): Promise<AppWindow>;
  /** A shopper at a browser of their own. */
  shopper(options?: BrowserContextOptions): Promise<ShopperWindow>;
  /** What happens meanwhile at the store, the app hears of when it is over: as when things happen at once. */
  atOnce<T>(act: () => Promise<T>): Promise<T>;
  /** Webhooks are delivered and worked off, jobs are done, and Shopify has nothing left to do. */
  quiet(): Promise<void>;
  /** The orders told of so far are scored: their flags and cases change no more by themselves. */
  scored(): Promise<void>;
};

/**
 * The whole product and a browser, for one shop of the stand-in. To be called at the top of a test file. After each
 * test there must have been no trouble in any window: see `Troubles`.
 */
export async function openStage(handle: string): Promise<Stage> {
  const product = await openDemoApp();
  const browser = await launchBrowser();
  const troubles = new Troubles();
  const where = { standinUrl: product.standin.url, handle };
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await keepPictures(browser, task.name);
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(troubles.take()).toEqual([]);
  });
  afterAll(() => browser.close());
  return {
    product,
    troubles,
    async staff(path = "/app", { as, ...options } = {}) {
      const context = await openBrowser(browser, troubles, options);
      if (as !== undefined) await context.addCookies([staffCookie(product, handle, as)]);
      return AppWindow.open(context, where, path);
    },
    async shopper(options) {
      const context = await openBrowser(browser, troubles, options);
      return new ShopperWindow(await context.newPage(), where);
    },
    atOnce: (act) => product.standin.outbound.sender.holding(act),
    quiet: () => product.quiet(),
    scored: () => product.scored(),
  };
}

/**
 * What the windows of a failed test showed last, for whoever looks into it: as pictures, and in words where only what was
 * printed is kept.
 */
async function keepPictures(browser: Browser, test: string): Promise<void> {
  const folder = join(import.meta.dirname, "../../.data/e2e");
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    const name = `${test.replaceAll(/\W+/g, "-")}-${index + 1}.png`;
    await page.screenshot({ path: join(folder, name) }).catch(() => undefined);
    for (const frame of page.frames())
      console.error(`${name}: ${frame.url()}\n${await shownIn(frame)}`);
  }
}

/** Where the keyboard is, and what a person reads. */
async function shownIn(frame: Frame): Promise<string> {
  const look = () => {
    const focus = document.activeElement?.outerHTML.split(">", 1)[0];
    return `(in focus: ${focus}>)\n${document.body.innerText}`;
  };
  const shown = await frame.evaluate(look).catch(String);
  return shown.slice(0, MOST_SHOWN);
}

/** Who somebody is in the stand-in's admin: what its switch for staff sets. */
function staffCookie(product: DemoApp, handle: string, firstName: string) {
  const member = product.shop(handle).staff.find((each) => each.firstName === firstName);
  if (!member) throw new Error(`Nobody at ${handle} is called ${firstName}.`);
  return { name: `staff-${handle}`, value: String(member.id), url: product.standin.url };
}
