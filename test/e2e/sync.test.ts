import { afterEach, beforeAll, describe, expect, it } from "vitest";

import { AdminClient } from "#test/demo/admin-client.ts";
import { askJson } from "#test/demo/http.ts";
import { foldCode } from "#test/standin/gid.ts";
import type { CodeDiscount } from "#test/standin/state.ts";
import type { AppWindow } from "#test/support/app-window.ts";
import { PHONE } from "#test/support/browser.ts";
import { violationsOn } from "./accessibility.ts";
import { openStage } from "./stage.ts";

const HANDLE = "bonafide-demo";
const stage = await openStage(HANDLE);
const { product } = stage;
const shop = product.shop(HANDLE);
const control = `${product.standin.url}/control`;
const admin = new AdminClient(product.standin.url, product.publicUrl, HANDLE);

const NEW = "routes/app.campaigns.new";

/** Makes a campaign as the page does, without a browser. @returns its address. */
async function create(name: string, change: Record<string, string> = {}): Promise<string> {
  const page = await admin.read<{ initial: Record<string, string> }>("/app/campaigns/new", NEW);
  const form = { ...page.initial, name, percentage: "10", offerKind: "percentage", ...change };
  const { location } = await admin.post("/app/campaigns/new", NEW, form);
  const path = /\/app\/campaigns\/[0-9a-f-]{36}/.exec(location ?? "")?.[0];
  if (!path) throw new Error(`The campaign was not made: ${location}`);
  return path;
}

function discountOf(code: string): CodeDiscount | undefined {
  const id = shop.codeIndex.get(foldCode(code));
  const found = id === undefined ? undefined : shop.discounts.get(id);
  return found?.method === "code" ? found : undefined;
}

async function inShopify(code: string): Promise<CodeDiscount> {
  await expect.poll(() => discountOf(code)).toBeTruthy();
  return discountOf(code) as CodeDiscount;
}

/** As staff do it in Shopify's own admin, unheard of until the app looks. */
async function changeUnheard(discount: CodeDiscount, change: object): Promise<void> {
  await mute(["discounts/update"]);
  await askJson(`${control}/${HANDLE}/discounts/${discount.id}`, { method: "POST", body: change });
}

const card = (window: AppWindow, heading: string) =>
  window.app.locator(".Polaris-ShadowBevel", {
    has: window.app.getByRole("heading", { name: heading }),
  });

const mute = (topics: string[]) =>
  askJson(`${control}/modes`, { method: "POST", body: { mute: topics } });

afterEach(() => mute([]));

beforeAll(async () => {
  const window = await stage.staff("/app");
  await window.page.context().close();
});

describe("a conflict", () => {
  it("is found, shown side by side from the home page on, decided field by field, and gone", async () => {
    const name = "SUMMER26_10OFF";
    const path = await create(name, { endsAt: "2030-01-01T12:00" });
    const discount = await inShopify(name);
    // The webhook of its making, late, would have the app look.
    await stage.quiet();
    await changeUnheard(discount, { endsAt: "2032-01-01T12:00:00Z", usageLimit: 800 });

    const window = await stage.staff(`${path}/edit`);
    await window.app.getByLabel("Ends").fill("2031-01-01T12:00");
    await window.app.getByRole("textbox", { name: "All customers together" }).fill("700");
    await window.save();
    await window.app
      .getByRole("heading", { name: "Bonafide and Shopify say different things" })
      .waitFor();
    await mute([]);

    await window.go("/app");
    await window.app.getByRole("link", { name: "Keep or restore" }).click();
    const conflict = card(window, "Bonafide and Shopify say different things");
    await conflict.getByRole("row", { name: /^End/ }).getByText("Jan 1, 2032").first().waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
    await conflict.getByRole("button", { name: "Save decisions" }).click();
    await conflict.getByText("Choose one of the two.").first().waitFor();
    const choose = (field: string, choice: string) =>
      conflict
        .getByRole("row", { name: new RegExp(`^${field}`) })
        .getByText(choice)
        .first()
        .click();
    await choose("End", "Keep Shopify’s");
    await choose("Usage limit", "Restore ours");
    await conflict.getByRole("button", { name: "Save decisions" }).click();
    await window.toast.getByText("Decisions saved").first().waitFor();
    await conflict.waitFor({ state: "detached" });
    await expect.poll(() => discount.usageLimit).toBe(700);
    await window.app.getByText("Shopify says what this page says.").first().waitFor();
    expect(discount.endsAt?.toISOString()).toBe("2032-01-01T12:00:00.000Z");
    await window.app.getByText("Jan 1, 2032").first().waitFor();
  });

  it("what was changed only in Shopify is taken over within seconds, and taken back", async () => {
    const name = "WINTER26_10OFF";
    const path = await create(name);
    const discount = await inShopify(name);
    await stage.quiet();
    const window = await stage.staff(path);
    await window.app.getByText("Shopify says what this page says.").first().waitFor();
    const body = { title: "Winter in the city" };
    await askJson(`${control}/${HANDLE}/discounts/${discount.id}`, { method: "POST", body });
    await stage.quiet();
    await window.page.reload();
    await window.settle();
    const adopted = card(window, "Taken over from Shopify");
    await adopted.getByText(`Title: Winter in the city, before ${name}`).first().waitFor();
    await window.page.setViewportSize(PHONE);
    expect(await violationsOn(window.document)).toEqual([]);
    await adopted.getByRole("button", { name: "Restore ours" }).click();
    await expect.poll(() => discount.title).toBe(name);
    await adopted.waitFor({ state: "detached" });
  });
});

describe("a sync that fails", () => {
  it("says why on the campaign and in the queue, and goes through when it is tried again", async () => {
    const name = "SPRING26_10OFF";
    const other = [...shop.codeIndex.values()][0] ?? 0;
    shop.codeIndex.set(foldCode(name), other);
    const path = await create(name);
    const window = await stage.staff(path);
    const sync = card(window, "Shopify sync");
    await sync.getByText(`Shopify already has the code ${name}`).first().waitFor();
    await sync.getByText("What is left to do").first().waitFor();

    await sync.getByRole("link", { name: "See all that waits for Shopify" }).click();
    const queue = card(window, "Waiting for Shopify");
    await queue.getByText("Needs you").first().waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
    shop.codeIndex.delete(foldCode(name));
    await queue.getByRole("button", { name: "Try again" }).click();
    await queue.getByText("Nothing waits.").first().waitFor();
    expect(discountOf(name)?.title).toBe(name);

    await window.go(path);
    await sync.getByText("Shopify says what this page says.").first().waitFor();
    await sync.getByText("Failed").first().waitFor();
    await sync.getByRole("button", { name: "Check against Shopify now" }).click();
    await sync
      .getByText(/Nothing to do: Shopify says what this page says/)
      .first()
      .waitFor();
  });

  it("for want of an answer says when it is tried again, and can be stopped", async () => {
    product.standin.outbound.faults.add({
      match: { on: "call", name: "CreateBasicDiscount" },
      effect: { action: "status", status: 503 },
    });
    const window = await stage.staff(await create("AUTUMN26_10OFF"));
    const sync = card(window, "Shopify sync");
    await sync
      .getByText(/Shopify does not answer at the moment/)
      .first()
      .waitFor();
    await sync.getByRole("button", { name: "Stop sending" }).click();
    await sync
      .getByText(/^Stopped by Olive Owner/)
      .first()
      .waitFor();
    product.standin.outbound.faults.clear();
    await sync.getByRole("button", { name: "Try again" }).click();
    await sync.getByText("Shopify says what this page says.").first().waitFor();
    expect(discountOf("AUTUMN26_10OFF")).toBeTruthy();
  });
});
