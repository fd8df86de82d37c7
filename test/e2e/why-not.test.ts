import { describe, expect, it } from "vitest";

import { AdminClient } from "#test/demo/admin-client.ts";
import { PHONE } from "#test/support/browser.ts";
import type { AppWindow } from "#test/support/app-window.ts";
import { violationsOn } from "./accessibility.ts";
import { openStage } from "./stage.ts";

const HANDLE = "bonafide-demo";
const stage = await openStage(HANDLE);
const { product } = stage;
const customers = product.shop(HANDLE).customers.flatMap(({ email }) => (email ? [email] : []));
const admin = new AdminClient(product.standin.url, product.publicUrl, HANDLE);
const NEW = "routes/app.campaigns.new";
const CODE = "SUMMER26_20OFF";

async function expectUsableOnPhone(window: AppWindow): Promise<void> {
  expect(await violationsOn(window.document)).toEqual([]);
  const wide = await window.document.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBe(0);
}

// One campaign: each test goes on where the one before stopped.
describe("Why not?", () => {
  let path = "";

  it("says what the shopper at the checkout reads, and what would change it", async () => {
    const page = await admin.read<{ initial: Record<string, string> }>("/app/campaigns/new", NEW);
    const offer = { name: CODE, offerKind: "percentage", percentage: "20", perCustomer: "1" };
    const form = { ...page.initial, ...offer, limitWindow: "month" };
    const { location } = await admin.post("/app/campaigns/new", NEW, form);
    path = /\/app\/campaigns\/[0-9a-f-]{36}/.exec(location ?? "")?.[0] ?? "";
    const window = await stage.staff(path);
    await window.app.getByText("Live in Shopify").first().waitFor();
    const email = customers[0] ?? "";
    const shopper = await stage.shopper();
    await shopper.checkOut({ customer: email });
    await shopper.enter(CODE);
    await shopper.pay();
    await stage.quiet();
    await shopper.checkOut({ customer: email });
    await shopper.enter(CODE);
    const read = await shopper.refusal.innerText();

    await window.app.getByRole("link", { name: "Why not?" }).first().click();
    await window.app.getByRole("heading", { name: "Why not?", level: 1 }).waitFor();
    const code = window.app.getByRole("textbox", { name: "Code" });
    expect(await code.inputValue()).toBe(CODE);
    await window.app.getByRole("textbox", { name: "Customer" }).fill(email.toUpperCase());
    const language = window.app.getByRole("combobox", { name: "Language of the checkout" });
    for (const option of await language.locator("option").all()) {
      await language.selectOption((await option.getAttribute("value")) ?? "");
      await window.app.getByRole("button", { name: "Ask" }).click();
      await window.app.getByText("Refused", { exact: true }).first().waitFor();
      await window.settle();
    }
    await language.selectOption("");
    await window.app.getByRole("button", { name: "Ask" }).click();
    await window.app.locator(".bf-said").getByText(read, { exact: true }).first().waitFor();
    await window.app
      .getByText(/^From 1 /)
      .first()
      .waitFor();
    await window.app
      .getByText(/^Free the use of order #/)
      .first()
      .waitFor();
    await window.app.getByText("Limit once a month: 1 of 1 used").first().waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
    const focused = () => window.document.evaluate(() => document.activeElement?.className);
    await expect.poll(focused).toContain("bf-answer");
    // Nobody's address belongs into the page's.
    expect(window.path.toLowerCase()).not.toContain("@");
  });

  it("says beside the field what cannot be asked, counts over all customers, and fits a phone", async () => {
    const window = await stage.staff(`/app/why-not?code=${CODE}`, { viewport: PHONE });
    await window.app.getByRole("textbox", { name: "Customer" }).fill("somebody");
    await stage.troubles.expecting(/422/, async () => {
      await window.app.getByRole("button", { name: "Ask" }).click();
      await window.app
        .getByText(/^Enter a whole e-mail address/)
        .first()
        .waitFor();
    });
    await expectUsableOnPhone(window);
    await window.app.getByRole("textbox", { name: "Customer" }).fill(customers[0] ?? "");
    await window.app.getByRole("button", { name: "Ask" }).click();
    await window.app.getByText("Refused", { exact: true }).first().waitFor();
    await window.app.getByRole("button", { name: `Count for ${CODE}` }).click();
    await window.app
      .getByText(/could use SUMMER26_20OFF today/)
      .first()
      .waitFor();
    await window.app.getByRole("rowheader", { name: "Limit reached" }).waitFor();
    await expectUsableOnPhone(window);
  });

  it("is asked by a viewer for nobody in particular only", async () => {
    const window = await stage.staff(`/app/why-not?code=${CODE}`, { as: "Viola" });
    await window.app
      .getByText(/You need the reviewer or admin role to look up/)
      .first()
      .waitFor();
    expect(await window.app.getByRole("textbox", { name: "Customer" }).count()).toBe(0);
    await window.app.getByRole("button", { name: "Ask" }).click();
    await window.app.getByText("No rule of the campaign refuses this shopper.").first().waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
  });
});
