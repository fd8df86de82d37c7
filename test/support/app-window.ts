import type { BrowserContext, Frame, FrameLocator, Locator, Page } from "playwright-core";

type Where = { standinUrl: string; handle: string };

/** A browser window with the app open inside the admin, as a member of staff has it. */
export class AppWindow {
  readonly page: Page;
  /** What the app itself drew. */
  readonly app: FrameLocator;
  readonly #base: string;

  static async open(context: BrowserContext, where: Where, path = "/app"): Promise<AppWindow> {
    const window = new AppWindow(await context.newPage(), where);
    await window.go(path);
    return window;
  }

  constructor(page: Page, { standinUrl, handle }: Where) {
    this.page = page;
    this.app = page.frameLocator("#app");
    this.#base = `${standinUrl}/store/${handle}/apps/bonafide`;
  }

  /** Opens a page of the app by its address, as from a bookmark. */
  async go(path: string): Promise<void> {
    await this.page.goto(this.#base + path);
    await this.settle();
  }

  /** By the app's menu in the admin; on a phone it is folded away first. */
  async menu(label: string): Promise<void> {
    const folded = this.page.locator("#menu");
    if (await folded.isVisible()) await folded.click();
    await this.page.locator("#app-nav").getByRole("link", { name: label, exact: true }).click();
    await this.settle();
  }

  /** Waits until the page is drawn and answers: its heading stands, App Bridge has spoken, nothing is on its way. */
  async settle(): Promise<void> {
    await this.heading.first().waitFor();
    await this.page.locator("#loading[hidden]").waitFor({ state: "attached" });
  }

  /** The app's document, to look into. */
  get document(): Frame {
    const frame = this.page.frame({ name: "app-iframe" });
    if (!frame) throw new Error("The app is not in the admin's frame.");
    return frame;
  }

  get heading(): Locator {
    return this.app.getByRole("heading", { level: 1 });
  }

  /** The way back that every page below the home page has. */
  get back(): Locator {
    return this.app.locator(".Polaris-Page-Header__BreadcrumbWrapper").getByRole("link");
  }

  /** Picks one of several by its words: Polaris lays a drawing over the radio button itself. */
  choose(label: string): Promise<void> {
    return this.app.locator("label").filter({ hasText: label }).click();
  }

  get saveBar(): Locator {
    return this.page.locator("#save-bar");
  }

  save(): Promise<void> {
    return this.saveBar.getByRole("button", { name: "Save" }).click();
  }

  get toast(): Locator {
    return this.page.locator("#toasts");
  }

  /** The admin's question before something unsaved is lost. */
  get question(): Locator {
    return this.page.locator("#confirm[open]");
  }

  /** Where the app is, without the admin around it. */
  get path(): string {
    return this.page.url().slice(this.#base.length);
  }
}
