import { describe, expect, it } from "vitest";

import { AdminClient } from "#test/demo/admin-client.ts";
import { PHONE } from "#test/support/browser.ts";
import { violationsOn } from "./accessibility.ts";
import { openStage } from "./stage.ts";

const HANDLE = "bonafide-demo";
const stage = await openStage(HANDLE);
const { product } = stage;
const shop = product.shop(HANDLE);
const customers = shop.customers.flatMap(({ email }) => (email ? [email] : []));
const admin = new AdminClient(product.standin.url, product.publicUrl, HANDLE);

const NEW = "routes/app.campaigns.new";
const OLD = "SUMMER26_20OFF";
const YOUNG = "SUNNY26";

/** Makes a campaign as the page does, without a browser. @returns its address. */
async function create(name: string, change: Record<string, string>): Promise<string> {
  const page = await admin.read<{ initial: Record<string, string> }>("/app/campaigns/new", NEW);
  const form = { ...page.initial, name, offerKind: "percentage", ...change };
  const { location } = await admin.post("/app/campaigns/new", NEW, form);
  return /\/app\/campaigns\/[0-9a-f-]{36}/.exec(location ?? "")?.[0] ?? "";
}

// One campaign: each test goes on where the one before stopped.
describe("replacing a code", () => {
  let path = "";

  it("is shown before it is done, and done while nothing else stops", async () => {
    path = await create(OLD, { percentage: "20", perCustomer: "2", endsAt: "2030-01-01T12:00" });
    const window = await stage.staff(path);
    await window.app.getByText("Live in Shopify").first().waitFor();
    const shopper = await stage.shopper();
    await shopper.checkOut({ customer: customers[0] ?? "" });
    await shopper.enter(OLD);
    await shopper.pay();

    await window.app.getByRole("button", { name: "Change later…" }).click();
    const dialog = window.app.getByRole("dialog");
    await dialog.getByRole("combobox", { name: "What" }).selectOption("rotate");
    await dialog.getByRole("textbox", { name: "New code" }).fill(YOUNG.toLowerCase());
    await window.choose("Now");
    await dialog.getByRole("button", { name: "See what it does" }).click();
    await dialog.getByText(`Code: ${OLD} → ${YOUNG}`).first().waitFor();
    await dialog.getByText("Add 1 code").first().waitFor();
    await dialog.getByText("Remove 1 code").first().waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
    await dialog.getByRole("button", { name: "Change now" }).click();
    await window.app.getByText(`Replace ${OLD} by ${YOUNG}`).first().waitFor();
    await window.app.getByText("Live in Shopify").first().waitFor();
    await stage.quiet();
  });

  it("refuses the old one, takes the new one, and counts both", async () => {
    const shopper = await stage.shopper();
    await shopper.checkOut({ customer: customers[0] ?? "" });
    await shopper.enter(OLD);
    await shopper.refusal.waitFor();
    await shopper.checkOut({ customer: customers[0] ?? "" });
    await shopper.enter(YOUNG);
    await shopper.applied(YOUNG).waitFor();
    await shopper.pay();
    await stage.quiet();

    const window = await stage.staff(path);
    await window.app
      .getByText(/Live in Shopify, 2 uses/)
      .first()
      .waitFor();
    await window.go(`/app/codes?q=${OLD}`);
    await window.app.getByText("Retired", { exact: true }).first().waitFor();
    await shopper.checkOut({ customer: customers[0] ?? "" });
    await shopper.enter(YOUNG);
    expect(await shopper.refusal.innerText()).toMatch(/2(-mal| times)/);
  });

  it("is undone on a phone: the old one works again", async () => {
    const window = await stage.staff(path, { viewport: PHONE });
    await window.app.getByRole("button", { name: `Undo: Replace ${OLD} by ${YOUNG}` }).click();
    await window.toast.getByText("Change undone").first().waitFor();
    await window.app.getByText("Undone", { exact: true }).first().waitFor();
    await window.app.getByText("Live in Shopify").first().waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
    const wide = await window.document.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBe(0);
    await stage.quiet();
    const shopper = await stage.shopper();
    await shopper.checkOut({ customer: customers[1] ?? "" });
    await shopper.enter(OLD);
    await shopper.applied(OLD).waitFor();
  });

  it("one code of a batch is paused from the list and resumed", async () => {
    const name = "AUTUMN26_10OFF";
    const campaign = await create(name, {
      ...{ percentage: "10", codeKind: "unique", codeCount: "3", perCustomer: "" },
    });
    const id = campaign.split("/").at(-1) ?? "";
    const window = await stage.staff(campaign);
    await window.app.getByText("Live in Shopify").first().waitFor();
    await window.go(`/app/codes?campaign=${id}`);
    const actions = window.app.getByRole("button", { name: /^Actions for AUTUMN26_10OFF/ });
    const code = ((await actions.first().getAttribute("aria-label")) ?? "").slice(12);
    await actions.first().click();
    await window.app.getByRole("button", { name: "Pause code" }).click();
    await window.toast.getByText("1 code is being paused").first().waitFor();
    await window.app.getByText("Paused", { exact: true }).first().waitFor();
    await window.app.getByRole("button", { name: `Actions for ${code}` }).click();
    const shopper = await stage.shopper();
    await shopper.checkOut({ customer: customers[2] ?? "" });
    await shopper.enter(code);
    await shopper.refusal.waitFor();
    await window.app.getByRole("button", { name: "Resume code" }).click();
    await window.toast.getByText("1 code is on its way back").first().waitFor();
    await window.go(campaign);
    await window.app.getByText("Live in Shopify").first().waitFor();
    await stage.quiet();
    await shopper.checkOut({ customer: customers[2] ?? "" });
    await shopper.enter(code);
    await shopper.applied(code).waitFor();
  });
});
