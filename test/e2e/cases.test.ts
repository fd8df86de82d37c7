import { describe, expect, it } from "vitest";

import { AdminClient } from "#test/demo/admin-client.ts";
import { ShopperClient } from "#test/demo/shopper-client.ts";
import { foldCode } from "#test/standin/gid.ts";
import type { AppWindow } from "#test/support/app-window.ts";
import { PHONE } from "#test/support/browser.ts";
import { violationsOn } from "./accessibility.ts";
import { openStage } from "./stage.ts";

// Its shoppers read English.
const HANDLE = "second-shop";
const stage = await openStage(HANDLE);
const { product } = stage;
const admin = new AdminClient(product.standin.url, product.publicUrl, HANDLE);
const shoppers = new ShopperClient(product.standin.url, HANDLE);
const NEW = "routes/app.campaigns.new";
const CODE = "SUMMER26_10OFF";
const OTHER = "WINTER26_10OFF";
const RING = ["ria@example.com", "rio@example.com", "ray@example.com"];
const PHONE_OF_ALL = "+4915112345678";
const REFUSED = "This code is not available for this order; please contact us if you need help.";

async function makeCampaign(name: string, perCustomer: string): Promise<void> {
  const page = await admin.read<{ initial: Record<string, string> }>("/app/campaigns/new", NEW);
  await admin.post("/app/campaigns/new", NEW, { ...page.initial, name, perCustomer });
}

/** Everybody of the ring has a checkout open before anybody pays: the guard cannot know. */
async function buyAtOnce(
  emails: readonly string[],
  phone: string,
  address: Parameters<ShopperClient["checkout"]>[3] = {},
): Promise<void> {
  const [first] = await shoppers.products();
  const variant = first?.variants[0]?.id ?? "";
  const open = await Promise.all(
    emails.map(async (email) => {
      const { token } = await shoppers.checkout({ email, phone }, variant, 1, address);
      const verdict = await shoppers.enter(token, CODE);
      expect(verdict).toMatchObject({ status: "accepted" });
      return token;
    }),
  );
  await stage.atOnce(async () => {
    for (const token of open) await shoppers.pay(token);
  });
  await stage.quiet();
  await stage.scored();
}

/** By its key, as soon as the page answers to keys. */
async function openMarked(window: AppWindow): Promise<void> {
  const heading = window.app.getByRole("heading", { name: /^Case \d+$/, level: 1 });
  // Keys go where somebody last clicked: into the app.
  await window.heading.click();
  const press = async () => {
    await window.page.keyboard.press("o");
    return heading.waitFor({ timeout: 8_000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(press).toBe(true);
}

// One story: each test goes on where the one before stopped.
describe("a ring of orders", () => {
  it("becomes one case by its webhooks, for those who may review", async () => {
    await makeCampaign(CODE, "1");
    await makeCampaign(OTHER, "");
    const { codeIndex } = product.shop(HANDLE);
    const areLive = () => [CODE, OTHER].every((code) => codeIndex.has(foldCode(code)));
    await expect.poll(areLive).toBe(true);
    await stage.quiet();
    await buyAtOnce(RING, PHONE_OF_ALL);
    const window = await stage.staff("/app/review");
    await window.app.getByText(`${CODE} 3 times; the limit is once in total.`).first().waitFor();
    await window.app.getByRole("status").getByText("1 case", { exact: true }).first().waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
  });

  it("shows staff without the role neither evidence nor names", async () => {
    const window = await stage.staff("/app", { as: "Viola" });
    expect(await window.page.locator("#app-nav").innerText()).not.toContain("Review");
    await stage.troubles.expecting(/403/, async () => {
      for (const path of ["/app/review", `/app/review/${await caseId()}`]) {
        await window.go(path);
        await window.app
          .getByRole("heading", { name: "You do not have access to this", level: 1 })
          .waitFor();
        expect(await window.app.locator("body").innerText()).not.toMatch(
          /#\d{4}|SUMMER26|limit is/,
        );
      }
    });
  });

  it("is decided by keyboard, and the guard refuses the next attempt in the right words", async () => {
    const window = await stage.staff("/app/review");
    await window.app.getByText(CODE).first().waitFor();
    await openMarked(window);
    await window.app.getByRole("heading", { name: "What an honest shopper would say" }).waitFor();
    await window.app.getByRole("heading", { name: "Similar cases" }).waitFor();
    expect(await violationsOn(window.document)).toEqual([]);

    await window.page.keyboard.press("a");
    await window.toast.getByText("Assigned").first().waitFor();
    await window.page.keyboard.press("3");
    const save = window.app.getByRole("button", { name: "Save decision" });
    await window.app.getByRole("combobox", { name: "Disqualify from" }).selectOption("everything");
    await save.focus();
    await save.press("Enter");
    await window.app
      .getByText(/^Case \d+: Abuse$/)
      .first()
      .waitFor();
    await stage.quiet();

    const shopper = await stage.shopper();
    await shopper.checkOut({ email: RING[0] ?? "" });
    await shopper.enter(OTHER);
    expect(await shopper.refusal.innerText()).toBe(REFUSED);
    await shopper.checkOut({ email: "somebody.else@example.com" });
    await shopper.enter(OTHER);
    await shopper.applied(OTHER).waitFor();
  });

  it("is let in again when the decision is taken back", async () => {
    const window = await stage.staff("/app/review?tab=decided");
    await window.app.getByText(CODE).first().waitFor();
    await openMarked(window);
    await window.app.getByRole("button", { name: "Undo decision" }).waitFor();
    await window.app.getByText("from all codes").first().waitFor();
    await window.page.keyboard.press("u");
    await window.toast.getByText("Decision taken back").first().waitFor();
    await window.app.getByRole("button", { name: "Save decision" }).waitFor();
    await stage.quiet();

    const shopper = await stage.shopper();
    await shopper.checkOut({ email: RING[0] ?? "" });
    await shopper.enter(OTHER);
    await shopper.applied(OTHER).waitFor();
  });

  it("is decided together with others, after a look at what will happen, and fits a phone", async () => {
    const elsewhere = {
      firstName: "Tim",
      lastName: "Berg",
      address1: "Kiefernweg 88",
      city: "Jena",
    };
    await buyAtOnce(["tim@example.com", "tom@example.com"], "+4915199999999", elsewhere);
    const window = await stage.staff("/app/review");
    const all = window.app.getByRole("checkbox", { name: /^Select all/ }).first();
    const decide = window.app.getByRole("button", { name: "Decide", exact: true }).first();
    const choose = async () => {
      if (!(await decide.isVisible())) await all.click({ force: true });
      return decide.isVisible();
    };
    await expect.poll(choose).toBe(true);
    await window.app.getByRole("button", { name: /^More/ }).last().click();
    await window.app.getByRole("button", { name: "Assign to Olive Owner" }).click();
    await window.toast.getByText("Assigned").first().waitFor();
    await expect.poll(choose).toBe(true);
    await decide.click();
    const dialog = window.app.getByRole("dialog");
    await window.choose("Abuse");
    await dialog
      .getByText(/accounts? (is|are) disqualified/)
      .first()
      .waitFor();
    const decideOn = dialog.getByRole("button", { name: /^Decide on \d+ case/ });
    const decided = window.app.getByText(/^Cases \d+, \d+: Abuse$/).first();
    await decideOn.click();
    await window.toast.getByText("Decided").first().waitFor();
    await decided.waitFor();
    await window.app.getByRole("button", { name: "Undo (U)" }).click();
    await window.toast.getByText("Decisions taken back").first().waitFor();
    await expect.poll(choose).toBe(true);
    await decide.click();
    await window.choose("Abuse");
    await decideOn.click();
    await decided.waitFor();
    await window.page.setViewportSize(PHONE);
    await window.go("/app/review?tab=decided");
    await window.app.getByText("Abuse", { exact: true }).first().waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
  });
});

async function caseId(): Promise<string> {
  const route = "routes/app.review._index";
  const { page } = await admin.read<{ page: { rows: { id: string }[] } }>(
    "/app/review?index",
    route,
  );
  return page.rows[0]?.id ?? "";
}

describe("the policy", () => {
  it("starts from a preset, reads as sentences, and is in force once it is saved", async () => {
    const window = await stage.staff("/app/settings/policies");
    await window.app.getByText("No rules: every case is held for review").first().waitFor();
    await window.app.getByRole("button", { name: /^Use this: Once per customer/ }).click();
    await window.app
      .getByText("then disqualify from the campaign, until the promotion is over")
      .first()
      .waitFor();
    await window.app
      .getByText("codes stop working for that customer until the promotion is over")
      .first()
      .waitFor();
    await window.app.getByRole("button", { name: "Edit rule 1" }).click();
    const score = window.app.getByRole("textbox", { name: "Score at least" });
    await score.fill("200");
    expect(await violationsOn(window.document)).toEqual([]);
    await stage.troubles.expecting(/422/, async () => {
      await window.save();
      await window.app.getByText("Enter a score from 0 to 100%, such as").first().waitFor();
    });
    await score.fill("90");
    await window.save();
    await window.toast.getByText("Policy saved").first().waitFor();
    await window.app.getByText("Version 1, in force").first().waitFor();
    await window.app.getByText("the score is 90% or more").first().waitFor();
  });
});
