import { describe, expect, it } from "vitest";

import { CASE_REASONS } from "#app/domain/case/case.ts";
import { askJson } from "#test/demo/http.ts";
import type { AppWindow } from "#test/support/app-window.ts";
import { violationsOn } from "./accessibility.ts";
import { openStage } from "./stage.ts";

const stage = await openStage("second-shop");
const shop = stage.product.shop("second-shop");
const customer = shop.customers.find(({ email }) => email)?.email ?? "";

const CODE = "SUMMER26_FREESHIP";
const REFUSAL = "This code can be used once per customer; you are welcome to try another one.";

/** The number on one of the home page's cards. */
async function cardOf(window: AppWindow, label: string): Promise<string> {
  const heading = window.app.getByRole("heading", { name: label, level: 3 });
  return (await heading.locator("xpath=following-sibling::p[1]").innerText()).trim();
}

/** What the store itself says its orders with the code came to. */
async function revenueOfStore(): Promise<string> {
  const url = `${stage.product.standin.url}/control/second-shop/orders?code=${CODE}`;
  const { orders } = await askJson<{ orders: { total: number }[] }>(url);
  const minor = orders.reduce((sum, { total }) => sum + total, 0);
  return `$${(minor / 100).toFixed(2)}`;
}

// One shop from its first minute on: each test goes on where the one before stopped.
describe("the main job", () => {
  it("starts with a setup guide, and leads to the first campaign", async () => {
    const window = await stage.staff();
    await window.app.getByRole("heading", { name: "Setup guide" }).waitFor();
    await window.app.getByText("1 of 5 done").first().waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
    await window.app.getByRole("list").getByRole("link", { name: "Read my store" }).waitFor();
    await window.app.getByRole("link", { name: "Create campaign" }).first().click();
    await window.app.getByRole("heading", { name: "New campaign", level: 1 }).waitFor();
  });

  it("refuses a name beside its field, offers the nearest one, and syncs the campaign", async () => {
    const window = await stage.staff("/app/campaigns/new");
    const name = window.app.getByRole("combobox", { name: "Name" });
    await name.fill("SUMER26_FRESHIP");
    const error = window.app.locator(`#${await name.getAttribute("id")}Error`);
    await error.waitFor();
    expect(await error.innerText()).toContain("“SUMER” at position 1 is not a season");
    expect(await name.getAttribute("aria-invalid")).toBe("true");
    expect(await violationsOn(window.document)).toEqual([]);

    await window.app.getByRole("button", { name: `Use ${CODE}` }).click();
    await error.waitFor({ state: "detached" });
    expect(await name.inputValue()).toBe(CODE);
    await window.choose("The shipping costs");
    await window.app.getByRole("textbox", { name: "All customers together" }).fill("500");
    await window.save();

    await window.toast.getByText("Campaign created").first().waitFor();
    await window.app.getByRole("heading", { name: CODE, level: 1 }).waitFor();
    await window.app.getByText("Live in Shopify, 0 of 500 uses, no end.").first().waitFor();
    expect(await window.saveBar.isHidden()).toBe(true);
  });

  it("lets a customer use the code once, also as a guest or on another machine", async () => {
    const shopper = await stage.shopper();
    await shopper.checkOut({ customer });
    await shopper.enter(CODE);
    await shopper.applied(CODE).waitFor();
    await shopper.pay();
    await stage.quiet();

    await shopper.checkOut({ customer });
    await shopper.enter(CODE);
    expect(await shopper.refusal.innerText()).toBe(REFUSAL);

    const elsewhere = await stage.shopper();
    await elsewhere.checkOut({ email: customer.toUpperCase() });
    await elsewhere.enter(CODE.toLowerCase());
    expect(await elsewhere.refusal.innerText()).toBe(REFUSAL);

    const someoneElse = await stage.shopper();
    await someoneElse.checkOut({ email: "nobody.yet@example.com" });
    await someoneElse.enter(CODE);
    await someoneElse.applied(CODE).waitFor();
  });

  it("flags an order that two open checkouts took over the limit", async () => {
    const twice = { email: "two.devices@example.com" };
    const [phone, laptop] = [await stage.shopper(), await stage.shopper()];
    for (const device of [phone, laptop]) {
      await device.checkOut(twice);
      await device.enter(CODE);
      await device.applied(CODE).waitFor();
    }
    // Shopify tells of the first order only after the second is paid.
    await stage.atOnce(async () => {
      await phone.pay();
      await laptop.pay();
    });
    await stage.quiet();

    const window = await stage.staff();
    await window.app.getByText(`Used ${CODE} twice; the limit is once in total.`).first().waitFor();
    expect(await cardOf(window, "Redemptions")).toBe("3");
    expect(await cardOf(window, "Revenue with codes")).toBe(await revenueOfStore());
    expect(await cardOf(window, "Used so far")).toBe("0.6%");
    expect(await cardOf(window, "Open cases")).toBe("1");
    await window.app.getByText("3 of 5 done").first().waitFor();
  });

  it("has staff decide with a reason, and writes it down", async () => {
    const window = await stage.staff();
    await window.app.getByRole("link", { name: "Review case" }).click();
    const decide = window.app.getByRole("button", { name: "Save decision" });
    await decide.waitFor();
    expect(await decide.isDisabled()).toBe(true);

    await window.choose("Fine");
    await window.app.getByRole("textbox", { name: "Comment" }).fill("A couple sharing an address");
    await decide.click();
    await window.app
      .getByText(/^Case \d+: Fine$/)
      .first()
      .waitFor();

    await window.menu("Settings");
    await window.app.getByRole("link", { name: "Activity" }).click();
    await window.app.getByText("Olive Owner decided on the case").first().waitFor();
    await window.app.getByRole("button", { name: "What changed" }).first().click();
    await window.app.getByText(CASE_REASONS.fine[0]!.label).first().waitFor();
    // What was written about a customer stays in the case, for those who may see it.
    expect(await window.app.locator("body").innerText()).not.toContain("sharing an address");
    await window.go("/app/review?tab=decided");
    await window.app.locator("[data-case] a").first().click();
    await window.app.getByText("A couple sharing an address").first().waitFor();
  });
});
