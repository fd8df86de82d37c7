import { beforeAll, describe, expect, it } from "vitest";

import type { AppWindow } from "#test/support/app-window.ts";
import { PHONE } from "#test/support/browser.ts";
import { violationsOn } from "./accessibility.ts";
import { leakCode } from "./leak-code.ts";
import { openStage } from "./stage.ts";

const stage = await openStage("second-shop");

const paths: Record<string, string> = {
  home: "/app",
  campaigns: "/app/campaigns",
  "new campaign": "/app/campaigns/new",
  codes: "/app/codes",
  "import codes": "/app/codes/import",
  "why not": "/app/why-not",
  insights: "/app/insights",
  "what if": "/app/insights/what-if",
  review: "/app/review",
  settings: "/app/settings",
  conventions: "/app/settings/conventions",
  "new convention": "/app/settings/conventions/new",
  learn: "/app/settings/conventions/learn",
  fields: "/app/settings/naming/fields",
  "new field": "/app/settings/naming/fields/new",
  field: "/app/settings/naming/fields/season",
  "name checks": "/app/settings/naming/checks",
  team: "/app/settings/team",
  "api keys": "/app/settings/api-keys",
  store: "/app/settings/store",
  "store report": "/app/settings/store/report",
  sync: "/app/settings/sync",
  checkout: "/app/settings/checkout",
  messages: "/app/settings/messages",
  seasons: "/app/settings/seasons",
  groups: "/app/settings/groups",
  people: "/app/settings/people",
  directory: "/app/settings/directory",
  orders: "/app/settings/orders",
  policies: "/app/settings/policies",
  backtest: "/app/settings/policies/backtest",
  calibration: "/app/settings/calibration",
  "decided cases": "/app/settings/calibration/cases?list=all",
  privacy: "/app/settings/privacy",
  activity: "/app/settings/activity",
};

beforeAll(async () => {
  await stage.product.fill("second-shop", 40);
  const window = await stage.staff("/app/campaigns");
  const campaign = await addressOf(window, "AUTUMN26_15OFF");
  await window.menu("Review");
  const found = await caseOf(window);
  const convention = await renamedConvention(window);
  Object.assign(paths, { campaign, "edit campaign": `${campaign}/edit`, case: found, convention });
  Object.assign(paths, {
    report: `${campaign}/report?days=90`,
    compare: `/app/insights/compare?days=90&slice=dimension:season:AUTUMN&slice=dimension:season:SUMMER`,
    "orders behind a number": "/app/insights/orders?days=90&slice=shop:coded",
    "people behind a number": "/app/insights/people?days=90&slice=shop:coded&of=again",
    issued: `${campaign}/issued`,
    "checkouts behind a number": `${campaign}/checkouts?of=all&days=90`,
    leak: await leakCode(stage.product.databaseUrl, "SUMMER26_FREESHIP"),
  });
  Object.assign(paths, {
    renames: `${convention}/renames`,
    import: await importUnderReview(window),
  });
  await window.page.context().close();
});

/** Where a link leads: rows have addresses only once the shop is filled. */
async function addressOf(window: AppWindow, name: string): Promise<string> {
  return (await window.app.getByRole("link", { name }).first().getAttribute("href")) ?? "";
}

/** The first case of the list. */
async function caseOf(window: AppWindow): Promise<string> {
  const link = window.app.locator("[data-case] a").first();
  return (await link.getAttribute("href")) ?? "";
}

/** The first convention, whose campaigns are named by an older version from now on. */
async function renamedConvention(window: AppWindow): Promise<string> {
  await window.go("/app/settings/conventions");
  await window.app
    .getByRole("link", { name: /^Edit / })
    .first()
    .click();
  await window.app.getByRole("textbox", { name: "Name of the convention" }).fill("Our seasons");
  const { path } = window;
  await window.save();
  await window.toast.getByText("Convention saved").first().waitFor();
  return path;
}

/** Codes that were brought, good and bad, before anything is made of them. */
async function importUnderReview(window: AppWindow): Promise<string> {
  await window.go("/app/codes/import");
  await window.app.getByRole("textbox", { name: "Or paste your codes" }).fill(BROUGHT);
  await window.app.getByRole("button", { name: "Check codes" }).click();
  await window.app.getByRole("heading", { name: "Pasted codes", level: 1 }).waitFor();
  return window.path;
}

const BROUGHT = "code\nPRINTED-1001\nPRINTED-1002\nPRINTED-1OO1\nno code at all\nPRINTED-1002\n";
const FILLED = [
  ...["campaign", "edit campaign", "case", "convention", "renames", "import"],
  ...["report", "compare", "orders behind a number", "people behind a number", "issued", "leak"],
  "checkouts behind a number",
];
const PAGES = [...Object.keys(paths), ...FILLED];

/** One heading and a way back, nothing axe objects to, and nothing beside a phone's screen. */
async function expectUsable(window: AppWindow, { isHome = false } = {}): Promise<void> {
  expect(await window.heading.count()).toBe(1);
  expect(await violationsOn(window.document)).toEqual([]);
  if (!isHome) expect(await window.back.count()).toBe(1);

  await window.page.setViewportSize(PHONE);
  const frame = window.document;
  await frame.waitForFunction((width) => innerWidth === width, PHONE.width);
  await expect.poll(() => frame.evaluate(sidewaysOf)).toEqual([]);
  if (!isHome) expect(await window.back.isVisible()).toBe(true);
}

describe("every page", () => {
  it.each(PAGES)("%s can be used by everyone, and fits a phone", async (name) => {
    const window = await stage.staff(paths[name]);
    await expectUsable(window, { isHome: name === "home" });
  });

  it("what was learned from codes can be used by everyone, and fits a phone", async () => {
    const window = await stage.staff(paths["learn"]);
    const pasted = ["SUMMER25-ANNA10", "WINTER25-BEN15", "SPRING24-ANNA20", "odd"].join("\n");
    await window.app.getByRole("textbox", { name: "Codes from elsewhere" }).fill(pasted);
    await window.app.getByRole("button", { name: "Find conventions" }).click();
    await window.app.getByRole("heading", { name: "2. What they have in common" }).waitFor();
    await expectUsable(window);
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
    await expect.poll(() => shopper.page.mainFrame().evaluate(sidewaysOf)).toEqual([]);
  });
});
