import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";

export { launchBrowser } from "#test/standin/shell/fixtures/browser.ts";

/** As a person's browser names itself: Shopify's library turns robots away. */
const USER_AGENT =
  "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/**
 * What went wrong in the browser without anyone asking: errors on the console or in a page, requests that failed or
 * answered with an error, and anything that left the machine.
 */
export class Troubles {
  #found: string[] = [];
  readonly #expected: RegExp[] = [];

  note(trouble: string): void {
    if (!this.#expected.some((pattern) => pattern.test(trouble))) this.#found.push(trouble);
  }

  /** For as long as `act` takes, troubles of this kind are what the test is about. */
  async expecting<T>(pattern: RegExp, act: () => Promise<T>): Promise<T> {
    this.#expected.push(pattern);
    try {
      return await act();
    } finally {
      this.#expected.pop();
    }
  }

  /** What was found since the last time, which is forgotten with this. */
  take(): string[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }
}

/** A browser of somebody's own, with its own cookies; what goes wrong in it is noted. */
export async function openBrowser(
  browser: Browser,
  troubles: Troubles,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    userAgent: USER_AGENT,
    viewport: DESKTOP,
    locale: "en-GB",
    reducedMotion: "reduce",
    ...options,
  });
  // For a machine that is busy with much else.
  context.setDefaultTimeout(60_000);
  context.on("page", (page) => watch(page, troubles));
  return context;
}

function watch(page: Page, troubles: Troubles): void {
  page.on("console", (message) => {
    const { url } = message.location();
    if (message.type() === "error") troubles.note(`console: ${message.text()} (${url})`);
  });
  page.on("pageerror", (error) => troubles.note(`page: ${error.message}`));
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    const isLocal = hostname === "localhost" || protocol === "data:" || protocol === "blob:";
    if (!isLocal) troubles.note(`outside: ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // The browser gives up on what it no longer needs when a page is left.
    if (why !== "net::ERR_ABORTED") troubles.note(`failed: ${request.url()} ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) troubles.note(`answer: ${response.status()} ${response.url()}`);
  });
}
