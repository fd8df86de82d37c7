import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addGoods } from "../seed/add-goods.ts";
import type { ShopState } from "../state.ts";
import { scene } from "../orders/fixtures/world.ts";
import { listen, type Listening } from "../page/fixtures/listen.ts";
import { launchBrowser } from "./fixtures/browser.ts";
import { startFramedApp, type FramedApp } from "./fixtures/framed-app.ts";
import { shellRoutes } from "./routes.ts";
import { startTunnel, type Tunnel } from "./tunnel.ts";

let browser: Browser;
let app: FramedApp;
let tunnel: Tunnel;
let shell: Listening;
let page: Page;
let frame: Frame;
let shop: ShopState;
const outside: string[] = [];

beforeAll(async () => {
  const { world, shop: seeded } = scene();
  shop = seeded;
  addGoods(world, shop);
  const person = { email: "", locale: "en", accountOwner: true, collaborator: false };
  shop.staff.push({ ...person, id: 1, firstName: "Olga", lastName: "Owner" });
  let minted = 0;
  shell = await listen(
    shellRoutes({
      world,
      app: { handle: "bonafide", name: "Bonafide" },
      tunnelUrl: () => tunnel.url,
      mintIdToken: () => `token-${++minted}`,
      orderActions: () => {
        throw new Error("No orders here");
      },
      discountActions: { activate: () => {}, deactivate: () => {}, remove: () => {} },
    }),
  );
  app = await startFramedApp();
  tunnel = await startTunnel({ port: 0, appUrl: app.url, shellUrl: shell.url });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await tunnel.close();
  app.close();
  shell.close();
});

beforeEach(async () => {
  page = await browser.newPage();
  page.on("request", (request) => {
    if (new URL(request.url()).hostname !== "localhost") outside.push(request.url());
  });
  await open("/app");
});

async function open(path: string): Promise<void> {
  await page.goto(`${shell.url}/store/leaf/apps/bonafide${path}`);
  await page.frameLocator("#app").locator("body").waitFor();
  const found = page.frame({ name: "app-iframe" });
  if (!found) throw new Error("The app is not framed");
  frame = found;
}

const appPath = (): string => new URL(page.url()).pathname.replace("/store/leaf/apps/bonafide", "");
const text = (selector: string): Promise<string | null> => frame.textContent(selector);

describe("App Bridge", () => {
  it("sends a fresh token with every request, and again when it is refused", async () => {
    expect(await frame.evaluate(async () => (await fetch("/api")).text())).toBe("fine");
    const [first, second] = app.authorizations;
    expect(first).toMatch(/^Bearer token-\d+$/);
    expect(second).toMatch(/^Bearer token-\d+$/);
    expect(second).not.toBe(first);
  });

  it("mirrors the app's menu, and keeps both addresses in step", async () => {
    await page.click("#app-nav >> text=Campaigns");
    await expect.poll(appPath).toBe("/app/campaigns");
    expect(await text("#where")).toBe("/app/campaigns");
    expect(await page.getAttribute("#app-nav a", "aria-current")).toBe("page");
    await page.goBack();
    await expect.poll(appPath).toBe("/app");
    expect(await text("#where")).toBe("/app");
  });

  it("shows title, buttons and toasts in the admin, and tells the app of clicks", async () => {
    await page.click("#page-actions >> text=Create");
    await page.click("#toasts >> text=Undo");
    await expect.poll(() => text("#out")).toBe("undone");
    expect(await page.textContent("#page-title")).toBe("A page");
  });

  it("shows the save bar while a form differs, saves and discards", async () => {
    await frame.fill("[name=name]", "new");
    await page.click("#save-bar-buttons >> text=Save");
    await expect.poll(() => text("#out")).toBe("submitted new");
    await page.waitForSelector("#save-bar", { state: "hidden" });
    await frame.fill("[name=name]", "newer");
    await page.click("#save-bar-buttons >> text=Discard");
    await page.waitForSelector("#save-bar", { state: "hidden" });
    expect(await frame.inputValue("[name=name]")).toBe("old");
  });

  it("asks before a page with unsaved changes is left", async () => {
    await frame.evaluate(() => shopify.saveBar.show("bar"));
    await page.click("#app-nav >> text=Campaigns");
    await page.click("#confirm [value=no]");
    expect(appPath()).toBe("/app");
    await page.click("#save-bar-buttons >> text=Save");
    await expect.poll(() => text("#out")).toBe("saved");
    await page.click("#app-nav >> text=Campaigns");
    await expect.poll(appPath).toBe("/app/campaigns");
  });

  it("opens a modal with the buttons of its title bar", async () => {
    await frame.evaluate(() => shopify.modal.show("modal"));
    await frame.click("dialog >> text=Yes");
    await expect.poll(() => text("#out")).toBe("yes");
    expect(await frame.isVisible("dialog")).toBe(false);
  });

  it("lets products be picked, also single variants, with what is picked already ticked", async () => {
    const mug = shop.products.find(({ variants }) => variants.length > 1);
    const variant = mug?.variants[1];
    if (!mug || !variant) throw new Error("No product has two variants");
    const selected = [
      {
        id: `gid://shopify/Product/${mug.id}`,
        variants: [{ id: `gid://shopify/ProductVariant/${variant.id}` }],
      },
    ];
    const picked = frame.evaluate(
      (selectionIds) => shopify.resourcePicker({ type: "product", multiple: 2, selectionIds }),
      selected,
    );
    const picker = page.locator("dialog#picker[open]");
    await picker.getByText("1 product selected").waitFor();
    const [other] = shop.products.filter(({ id }) => id !== mug.id);
    await picker.getByRole("searchbox").fill(other?.title.toUpperCase() ?? "");
    await picker.getByRole("searchbox").press("Enter");
    await picker.getByRole("checkbox", { name: other?.title ?? "", exact: true }).check();
    await picker.getByRole("button", { name: "Select" }).click();
    expect(await picked).toMatchObject([
      { title: mug.title, totalVariants: 2, variants: [{ title: variant.title }] },
      { title: other?.title, variants: other?.variants.map(({ title }) => ({ title })) },
    ]);
  });

  it("takes no more than were asked for, and nothing when it is closed", async () => {
    const picked = frame.evaluate(() => shopify.resourcePicker({ type: "product", multiple: 1 }));
    const picker = page.locator("dialog#picker[open]");
    const boxes = picker.locator("form > ul > li > label > input");
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await picker.getByText("2 products selected, at most 1").waitFor();
    expect(await picker.getByRole("button", { name: "Select" }).isDisabled()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await picked).toBeUndefined();
  });

  it("asks the person before the app may do more", async () => {
    const ask = () => frame.evaluate(() => shopify.scopes.request(["write_orders"]));
    const has = () =>
      frame.evaluate(async () => (await shopify.scopes.query()).granted.includes("write_orders"));
    expect(await has()).toBe(false);
    const declined = ask();
    await page.click("#confirm [value=no]");
    expect(await declined).toMatchObject({ result: "declined-all" });
    expect(shop.grantedScopes.has("write_orders")).toBe(false);
    const granted = ask();
    await page.click("#confirm [value=yes]");
    expect(await granted).toMatchObject({ result: "granted-all" });
    expect(shop.grantedScopes.has("write_orders")).toBe(true);
    expect(await has()).toBe(true);
  });

  it("comes back from the bounce page with a token", async () => {
    const target = `${tunnel.url}/app/campaigns?view=live`;
    await open(`/bounce?shopify-reload=${encodeURIComponent(target)}`);
    await expect
      .poll(() => page.frame({ name: "app-iframe" })?.url())
      .toMatch(/\/app\/campaigns\?view=live&id_token=token-\d+$/);
  });

  it("takes an app opened by itself into the admin", async () => {
    await page.goto(`${tunnel.url}/app/campaigns?host=${btoa("admin.shopify.com/store/leaf")}`);
    await page.waitForURL(`${shell.url}/store/leaf/apps/key/app/campaigns`);
  });

  it("loads nothing from anywhere else", () => {
    expect(outside).toEqual([]);
  });
});
