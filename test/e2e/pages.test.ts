import { beforeAll, describe, expect, it } from "vitest";

import type { AppWindow } from "#test/support/app-window.ts";
import { PHONE } from "#test/support/browser.ts";
import { violationsOn } from "./accessibility.ts";
import { openStage } from "./stage.ts";

const stage = await openStage("second-shop");

const paths: Record<string, string> = {
  home: "/app",
  campaigns: "/app/campaigns",
  "new campaign": "/app/campaigns/new",
  codes: "/app/codes",
  review: "/app/review",
  settings: "/app/settings",
  conventions: "/app/settings/conventions",
  "new convention": "/app/settings/conventions/new",
  team: "/app/settings/team",
  activity: "/app/settings/activity",
};

beforeAll(async () => {
  await stage.product.fill("second-shop", 40);
  const window = await stage.staff("/app/campaigns");
  const campaign = await addressOf(window, "AUTUMN26_15OFF");
  await window.menu("Review");
  const flag = await addressOf(window, "Review next");
  Object.assign(paths, { campaign, "edit campaign": `${campaign}/edit`, flag });
  await window.page.context().close();
}, 90_000);

/** Where a link leads: rows have addresses only once the shop is filled. */
async function addressOf(window: AppWindow, name: string): Promise<string> {
  return (await window.app.getByRole("link", { name }).first().getAttribute("href")) ?? "";
}

const PAGES = [...Object.keys(paths), "campaign", "edit campaign", "flag"];

describe("every page", () => {
  it.each(PAGES)("%s can be used by everyone, and fits a phone", async (name) => {
    const window = await stage.staff(paths[name]);
    expect(await window.heading.count()).toBe(1);
    expect(await violationsOn(window.document)).toEqual([]);
    if (name !== "home") expect(await window.back.count()).toBe(1);

    await window.page.setViewportSize(PHONE);
    const frame = window.document;
    await frame.waitForFunction((width) => innerWidth === width, PHONE.width);
    expect(await frame.evaluate(sidewaysOf)).toEqual([]);
    if (name !== "home") expect(await window.back.isVisible()).toBe(true);
  });
});

/** What sticks out of the page to the right, where nobody on a phone finds it. */
function sidewaysOf(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map(
      (element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`,
    );
}

describe("the store, as far as the stand-in draws it", () => {
  it("can be used by everyone, and fits a phone", async () => {
    const shopper = await stage.shopper();
    await shopper.page.goto(`${stage.product.standin.url}/storefront/second-shop`);
    expect(await violationsOn(shopper.page.mainFrame())).toEqual([]);
    await shopper.checkOut({ email: "anyone@example.com" });
    await shopper.enter("NO_SUCH_CODE");
    expect(await violationsOn(shopper.page.mainFrame())).toEqual([]);
    await shopper.page.setViewportSize(PHONE);
    expect(await shopper.page.mainFrame().evaluate(sidewaysOf)).toEqual([]);
  });
});
