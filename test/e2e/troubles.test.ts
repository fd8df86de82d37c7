import { describe, expect, it } from "vitest";

import { mintIdToken } from "#test/standin/auth/id-token.ts";
import type { AppWindow } from "#test/support/app-window.ts";
import { openStage } from "./stage.ts";

const stage = await openStage("second-shop");
const { product, troubles } = stage;

function staleToken(): string {
  const shop = product.shop("second-shop");
  const owner = shop.staff.find(({ accountOwner }) => accountOwner);
  if (!owner) throw new Error("The shop has no owner.");
  return mintIdToken(product.standin.world, shop, owner, { expiresInSeconds: -90 });
}

const nameOf = (window: AppWindow) => window.app.getByRole("combobox", { name: "Name" });

describe("first visit of a new shop", () => {
  it("opens any page at once, also in two windows of the same person", async () => {
    const windows = await Promise.all(
      ["/app/campaigns/new", "/app/settings/activity"].map((path) => stage.staff(path)),
    );
    const [form, activity] = windows.map(({ heading }) => heading.innerText());
    expect([await form, await activity]).toEqual(["New campaign", "Activity"]);
  });

  it("opens every deep page of a shop nobody opened before", async () => {
    for (const [index, path] of ["/app/codes", "/app/campaigns", "/app/settings/team"].entries()) {
      // Uninstalling forgets the tokens, so that each visit is a first one.
      if (index > 0) await forgetTokens();
      const window = await stage.staff(path);
      expect(await window.heading.count()).toBe(1);
    }
  });

  async function forgetTokens(): Promise<void> {
    const url = `${product.standin.url}/control/second-shop`;
    for (const verb of ["uninstall", "install"])
      expect((await fetch(`${url}/${verb}`, { method: "POST" })).ok).toBe(true);
    await stage.quiet();
  }
});

describe("a form that is refused", () => {
  it("keeps what was typed, moves the focus to what is wrong, and from there into the field", async () => {
    const window = await stage.staff("/app/campaigns/new");
    await nameOf(window).fill("SPRING26_10OFF");
    await window.app.getByRole("textbox", { name: "Percentage" }).fill("101");
    await window.app.getByRole("textbox", { name: "Each customer" }).fill("0");
    await troubles.expecting(/422/, async () => {
      await window.save();
      await window.app.getByText("Not saved: 2 things need to be put right").first().waitFor();
    });
    const focused = window.app.locator(":focus");
    expect(await focused.innerText()).toContain("Not saved: 2 things");
    const percentage = window.app.getByRole("textbox", { name: "Percentage" });
    expect(await percentage.inputValue()).toBe("101");
    expect(await percentage.getAttribute("aria-invalid")).toBe("true");
    await focused.getByRole("button").first().click();
    expect(await percentage.evaluate((field) => field === document.activeElement)).toBe(true);

    await percentage.fill("15");
    await window.app.getByText("Not saved: 1 thing needs to be put right").first().waitFor();
    await window.app.getByRole("textbox", { name: "Each customer" }).fill("1");
    await window.save();
    await window.app.getByRole("heading", { name: "SPRING26_10OFF", level: 1 }).waitFor();
  });

  it("asks before unsaved changes are left or thrown away", async () => {
    const window = await stage.staff("/app/campaigns/new");
    await nameOf(window).fill("AUTUMN26_10OFF");
    await window.back.click();
    await window.question.getByRole("button", { name: "Stay" }).click();
    expect(await nameOf(window).inputValue()).toBe("AUTUMN26_10OFF");

    await window.saveBar.getByRole("button", { name: "Discard" }).click();
    await window.question.getByRole("button", { name: "Continue editing" }).click();
    expect(await nameOf(window).inputValue()).toBe("AUTUMN26_10OFF");

    await window.back.click();
    await window.question.getByRole("button", { name: "Leave page" }).click();
    await window.app.getByRole("heading", { name: "Campaigns", level: 1 }).waitFor();
    expect(await window.saveBar.isHidden()).toBe(true);
  });
});

describe("a session token that has expired", () => {
  it("is replaced without the person noticing, within the page", async () => {
    const window = await stage.staff("/app");
    let stale = 0;
    await window.page.route("**/*.session.json", async (route) => {
      if (++stale > 1) return route.fallback();
      await route.fulfill({ json: { idToken: staleToken(), user: {} } });
    });
    await troubles.expecting(/401/, async () => {
      await window.menu("Codes");
      await window.app.getByRole("heading", { name: "Codes", level: 1 }).waitFor();
    });
    expect(stale).toBeGreaterThan(1);
  });

  it("is replaced when the frame is opened with it", async () => {
    const window = await stage.staff("/app");
    await window.page.locator("#app").evaluate((frame: HTMLIFrameElement, token) => {
      const url = new URL(frame.src.replace("/app", "/app/settings"));
      url.searchParams.set("id_token", token);
      frame.src = url.href;
    }, staleToken());
    await window.app.getByRole("heading", { name: "Settings", level: 1 }).waitFor();
  });
});

describe("an app that is down", () => {
  it("says so in the page, and goes on once it is back", async () => {
    const window = await stage.staff("/app/campaigns");
    await window.back.click();
    await window.app.getByRole("heading", { name: "Home", level: 1 }).waitFor();
    await troubles.expecting(/502/, async () => {
      await product.stopApp();
      await window.menu("Campaigns");
      await window.app.getByRole("heading", { name: "Something went wrong", level: 1 }).waitFor();
    });
    await product.startApp();
    await window.app.getByRole("button", { name: "Try again" }).click();
    await window.app.getByRole("heading", { name: "Campaigns", level: 1 }).waitFor();
  });

  it("is waited for when it is opened while it starts", async () => {
    const window = await stage.staff("/app");
    await troubles.expecting(/502/, async () => {
      await product.stopApp();
      await window.page.reload();
      await window.app.getByText("The app is starting").first().waitFor();
      await product.startApp();
      await window.app.getByRole("heading", { name: "Home", level: 1 }).waitFor();
    });
  });
});

describe("an address that does not exist", () => {
  it("has a page that says so, with a way back", async () => {
    const window = await stage.staff("/app");
    await troubles.expecting(/404/, async () => {
      await window.go("/app/nothing-here");
      await window.app
        .getByRole("heading", { name: "This page does not exist", level: 1 })
        .waitFor();
    });
    await window.back.click();
    await window.app.getByRole("heading", { name: "Home", level: 1 }).waitFor();
  });
});
