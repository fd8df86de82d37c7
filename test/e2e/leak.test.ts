import { describe, expect, it } from "vitest";

import { AdminClient } from "#test/demo/admin-client.ts";
import { foldCode } from "#test/standin/gid.ts";
import { input, off } from "#test/standin/orders/fixtures/input.ts";
import { placeOrder } from "#test/standin/orders/place.ts";
import { violationsOn } from "./accessibility.ts";
import { openStage } from "./stage.ts";

// Its shoppers read English.
const HANDLE = "second-shop";
const stage = await openStage(HANDLE);
const { product } = stage;
const shop = product.shop(HANDLE);
const admin = new AdminClient(product.standin.url, product.publicUrl, HANDLE);
const NEW = "routes/app.campaigns.new";
const CODE = "SUMMER26_20OFF";
const LEAKED = `${CODE} is in hands it was not meant for`;

/**
 * A sale at the counter, where no checkout function runs: the shopper shows the code, staff type it in. Where they got
 * it from cannot be seen.
 */
function sellTo(email: string, code = CODE, referringSite?: string): void {
  const { world } = product.standin;
  const discountId = String(shop.codeIndex.get(foldCode(code)));
  placeOrder(
    world,
    shop,
    input({
      ...{ email, phone: undefined, createdAt: world.now() },
      applications: [{ ...off(code, { tea: 298 }), discountId }],
      referringSite,
    }),
  );
}

let alarm = "";

// One story: each test goes on where the one before stopped.
describe("a code for those it was issued to", () => {
  it("is made, and four strangers use it at the counter", async () => {
    const page = await admin.read<{ initial: Record<string, string> }>("/app/campaigns/new", NEW);
    const form = { ...page.initial, name: CODE, perCustomer: "", issuedOnly: "on" };
    await admin.post("/app/campaigns/new", NEW, form);
    await expect.poll(() => shop.codeIndex.has(foldCode(CODE))).toBe(true);
    await stage.quiet();
    for (const name of ["uma", "udo", "ugo", "una"]) sellTo(`${name}@example.com`);
    await stage.quiet();
    await stage.scored();
  });

  it("rings an alarm at home, that leads to what to do and to the orders", async () => {
    const window = await stage.staff("/app");
    await window.app.getByText(LEAKED).first().waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
    await window.app.getByRole("link", { name: "See what to do" }).first().click();
    await window.app.getByRole("heading", { name: "What to do" }).waitFor();
    alarm = new URL(window.document.url()).pathname;
    for (const { name } of shop.orders.slice(-3))
      await window.app.getByText(name, { exact: true }).first().waitFor();
    await window.app.getByRole("button", { name: "Pause campaign" }).click();
    await window.toast.getByText(`${CODE} is paused`).first().waitFor();
    await stage.quiet();
    const shopper = await stage.shopper();
    await shopper.checkOut({ email: "una@example.com" });
    await shopper.enter(CODE);
    expect(await shopper.refusal.isVisible()).toBe(true);
  });

  it("is no leak when staff say so, and rings again when they take that back", async () => {
    const window = await stage.staff(alarm);
    await window.app.getByRole("button", { name: "End the alarm" }).click();
    await window.toast.getByText("The alarm is ended").first().waitFor();
    await window.app.getByRole("button", { name: "Undo: the alarm is ended" }).click();
    await window.app.getByRole("button", { name: "End the alarm" }).waitFor();
  });
});

describe("a private code", () => {
  const PRIVATE = "SUMMER26_20OFF_EMAIL";

  it("is ticked as one where it is made, and says so", async () => {
    const window = await stage.staff("/app/campaigns/new");
    await window.app.getByRole("combobox", { name: "Name" }).fill(PRIVATE);
    await window.app.getByRole("combobox", { name: "Name" }).press("Escape");
    await window.app.getByRole("textbox", { name: "Percentage" }).fill("20");
    await window.app.getByLabel("Private code").check();
    await window.app.getByText("an alarm rings when it gets to coupon sites.").waitFor();
    await window.save();
    await window.app.getByText("Private: an alarm rings").waitFor();
    await expect.poll(() => shop.codeIndex.has(foldCode(PRIVATE))).toBe(true);
    await stage.quiet();
  });

  it("rings when orders come by way of coupon sites, and names them", async () => {
    sellTo("vera@example.com", PRIVATE);
    for (const name of ["vito", "vala", "vico", "vida"])
      sellTo(`${name}@example.com`, PRIVATE, "https://www.hotukdeals.com/deals/1");
    await stage.quiet();
    await stage.scored();
    const window = await stage.staff("/app");
    await window.app.getByText(`${PRIVATE} is in hands it was not meant for`).first().waitFor();
    await window.app.getByRole("link", { name: "See what to do" }).first().click();
    await window.app.getByText("By way of hotukdeals.com (4).").waitFor();
    await window.app.getByRole("heading", { name: "Orders by way of coupon sites" }).waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
  });
});
