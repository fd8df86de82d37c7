import pg from "pg";
import { describe, expect, it } from "vitest";

import { GUESTS_CAPACITY } from "#app/domain/policy/guests-wire.ts";
import { AdminClient } from "#test/demo/admin-client.ts";
import { PHONE } from "#test/support/browser.ts";
import { violationsOn } from "./accessibility.ts";
import { openStage } from "./stage.ts";

// Its shoppers read German.
const HANDLE = "bonafide-demo";
const stage = await openStage(HANDLE);
const { product } = stage;
const [customer = "", other = ""] = product
  .shop(HANDLE)
  .customers.flatMap(({ email }) => (email ? [email] : []));
const admin = new AdminClient(product.standin.url, product.publicUrl, HANDLE);
const NEW = "routes/app.campaigns.new";

const GENERAL = "Ein Willkommen gibt es {limit}.";
const PERSONAL = "Ihr nächstes Willkommen gibt es nach dem {until}.";

// One story: each test goes on where the one before stopped.
describe("what a merchant sets reaches the checkout", () => {
  it("a group of campaigns, on a phone", async () => {
    const window = await stage.staff("/app/settings/groups", { viewport: PHONE });
    await window.app.getByRole("button", { name: "Add group" }).first().click();
    const dialog = window.app.getByRole("dialog");
    await stage.troubles.expecting(/422/, async () => {
      await dialog.getByRole("button", { name: "Save group" }).click();
      await dialog.getByText("Give the group a name.").first().waitFor();
    });
    await dialog.getByRole("textbox", { name: "Name" }).fill("Willkommen");
    await dialog.getByRole("button", { name: "Save group" }).click();
    await window.app.getByRole("heading", { name: "Willkommen" }).waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
  });

  it("a campaign with two limits, one of them over the group", async () => {
    const window = await stage.staff("/app/campaigns/new");
    const { app } = window;
    await app.getByRole("combobox", { name: "Name" }).fill("SUMMER26_10OFF");
    await app.getByRole("combobox", { name: "Counted", exact: true }).selectOption("month");
    await app
      .getByRole("combobox", { name: "Counted over" })
      .selectOption({ label: "all campaigns of Willkommen" });
    await app.getByRole("button", { name: "Add a limit per customer" }).click();
    await app.getByRole("textbox", { name: "Each customer can use it" }).nth(1).fill("5");
    await app
      .getByText(
        "Each customer can use it once a month, counted over all campaigns of Willkommen; 5 times in total; no total limit.",
      )
      .first()
      .waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
    await window.save();
    await app.getByText("Live in Shopify").first().waitFor();
    await app
      .getByText("Once a month, counted over all campaigns of Willkommen", { exact: true })
      .first()
      .waitFor();
    await app.getByText("5 times in total", { exact: true }).first().waitFor();
    const page = await admin.read<{ initial: Record<string, string> }>("/app/campaigns/new", NEW);
    const other = { name: "WINTER26_10OFF", perCustomer: "", groups: "1" };
    await admin.post("/app/campaigns/new", NEW, { ...page.initial, ...other });
    await stage.quiet();
  });

  it("sentences of the merchant's own, checked beside the field", async () => {
    const window = await stage.staff("/app/settings/messages?language=de");
    const card = window.app
      .locator(".Polaris-ShadowBevel")
      .filter({ has: window.app.getByRole("heading", { name: "Limit of a group reached" }) });
    const everybody = card.getByRole("textbox", { name: "For every shopper" });
    await everybody.fill("Erst wieder am {until}");
    await card.getByText("belongs in the sentence for signed-in customers").first().waitFor();
    await everybody.fill(GENERAL);
    await card.getByRole("textbox", { name: "For a signed-in customer" }).fill(PERSONAL);
    await card.getByText("Ein Willkommen gibt es einmal im Monat.").first().waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
    await window.save();
    await window.toast.getByText("Messages saved").first().waitFor();
    await stage.quiet();
  });

  it("refuses with them: with a date to the customer who is signed in, without to others", async () => {
    const shopper = await stage.shopper();
    await shopper.checkOut({ customer });
    await shopper.enter("WINTER26_10OFF");
    await shopper.applied("WINTER26_10OFF").waitFor();
    await shopper.pay();
    await stage.quiet();

    await shopper.checkOut({ customer });
    await shopper.enter("SUMMER26_10OFF");
    expect(await shopper.refusal.innerText()).toMatch(
      /^Ihr nächstes Willkommen gibt es nach dem \d{1,2}\. \p{L}+ \d{4}\.$/u,
    );
    for (const buyer of [{ recognised: customer }, { email: customer }]) {
      await shopper.checkOut(buyer);
      await shopper.enter("SUMMER26_10OFF");
      expect(await shopper.refusal.innerText()).toBe("Ein Willkommen gibt es einmal im Monat.");
    }
    await shopper.checkOut({ email: "somebody.else@example.com" });
    await shopper.enter("SUMMER26_10OFF");
    await shopper.applied("SUMMER26_10OFF").waitFor();
  });

  it("lets through whom staff allow, until that is lifted", async () => {
    const window = await stage.staff("/app/settings/people");
    await window.app.getByRole("button", { name: "Add person" }).first().dblclick();
    const dialog = window.app.getByRole("dialog");
    await window.choose("Allow");
    await dialog.getByRole("combobox", { name: "Customer or e-mail" }).fill(customer);
    await dialog.getByRole("textbox", { name: "Why" }).fill("A gift");
    await dialog.getByRole("button", { name: "Add person" }).click();
    await window.app.getByText("Allowed", { exact: true }).first().waitFor();
    await stage.quiet();
    const shopper = await stage.shopper();
    await shopper.checkOut({ customer });
    await shopper.enter("SUMMER26_10OFF");
    await shopper.applied("SUMMER26_10OFF").waitFor();

    await window.app.getByRole("button", { name: /^Lift for / }).click();
    await window.app.getByRole("button", { name: "Undo" }).waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
    await stage.quiet();
    await shopper.checkOut({ customer });
    await shopper.enter("SUMMER26_10OFF");
    await shopper.refusal.waitFor();
    await window.go("/app/settings/checkout");
    await window.app
      .getByText(/identities: an e-mail or phone/)
      .first()
      .waitFor();
    await window.app
      .getByText(/Half are known within/)
      .first()
      .waitFor();
  });

  it("only those can use a campaign it was issued to, who are brought as a list", async () => {
    const page = await admin.read<{ initial: Record<string, string> }>("/app/campaigns/new", NEW);
    const gift = { name: "AUTUMN26_10OFF", perCustomer: "", issuedOnly: "on" };
    await admin.post("/app/campaigns/new", NEW, { ...page.initial, ...gift });
    const window = await stage.staff("/app/campaigns");
    await window.app.getByRole("link", { name: "AUTUMN26_10OFF" }).first().click();
    await window.app.getByRole("link", { name: "Only people it was issued to" }).click();
    await window.app.getByRole("textbox", { name: "How it was issued" }).fill("newsletter");
    await window.app.getByRole("textbox", { name: "Or paste the list" }).fill(`email\n${customer}`);
    await window.app.getByRole("button", { name: "Record people" }).click();
    await window.app.getByText("1 row read, 1 new.").first().waitFor();
    await stage.quiet();
    await window.page.reload();
    await window.settle();
    await window.app.getByText("Checkout knows 1 of 1.").first().waitFor();
    expect(await violationsOn(window.document)).toEqual([]);

    const shopper = await stage.shopper();
    await shopper.checkOut({ customer });
    await shopper.enter("AUTUMN26_10OFF");
    await shopper.applied("AUTUMN26_10OFF").waitFor();
    for (const [buyer, sentence] of [
      [{ customer: other }, /^Dieser Code ist für alle, denen wir ihn gegeben haben;/],
      [{ email: "somebody.else@example.com" }, /^Bitte melden Sie sich an/],
    ] as const) {
      await shopper.checkOut(buyer);
      await shopper.enter("AUTUMN26_10OFF");
      expect(await shopper.refusal.innerText()).toMatch(sentence);
    }
  });

  it("shows which campaign's guests there is no room for, and does with them what the shop chooses", async () => {
    await fillRoomForGuests();
    const shopper = await stage.shopper();
    await shopper.checkOut({ email: "one.too.many@example.com" });
    await shopper.enter("SUMMER26_10OFF");
    await shopper.applied("SUMMER26_10OFF").waitFor();
    await shopper.pay();
    await stage.quiet();
    const window = await stage.staff("/app/settings/checkout");
    const title = (name: string) => window.app.getByRole("heading", { name });
    await title("Guests of these campaigns are asked to sign in").waitFor();
    await window.app
      .getByText(/^6,429 of 6,429 identities/)
      .first()
      .waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
    await window.app.getByRole("link", { name: "SUMMER26_10OFF", exact: true }).click();
    await title("Not held at checkout as it says here").waitFor();
    const item = (words: RegExp) =>
      window.app.getByRole("listitem").filter({ hasText: words }).first();
    await item(/compare more guests, so guests are asked to sign in/).waitFor();
    expect(await violationsOn(window.document)).toEqual([]);
    await shopper.checkOut({ email: "another@example.com" });
    await shopper.enter("SUMMER26_10OFF");
    expect(await shopper.refusal.innerText()).toBe(
      "Bitte melden Sie sich an, um diesen Code zu verwenden.",
    );

    await window.app.getByRole("link", { name: "See what checkout holds" }).click();
    await title("Guests of these campaigns are asked to sign in").waitFor();
    await window.choose("Let them use it");
    await title("Guests of these campaigns are let through").waitFor();
    await stage.quiet();
    await window.app.getByRole("link", { name: "SUMMER26_10OFF", exact: true }).click();
    await item(/compare more guests, so guests are let through/).waitFor();
    await shopper.checkOut({ email: "another@example.com" });
    await shopper.enter("SUMMER26_10OFF");
    await shopper.applied("SUMMER26_10OFF").waitFor();
  });
});

/** As many guests are disqualified as there is room for. */
async function fillRoomForGuests(): Promise<void> {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  await client.query(FILL, [GUESTS_CAPACITY, `${HANDLE}.myshopify.com`]);
  await client.end();
}

const FILL = `
  WITH people AS (
    INSERT INTO person (shop_id, created_at)
    SELECT id, now() FROM shop, generate_series(1, $1::int) WHERE domain = $2 RETURNING shop_id, id
  ), known AS (
    INSERT INTO person_identity (shop_id, kind, hash, person_id, guest_hash)
    SELECT shop_id, 'email', decode(md5(id::text), 'hex'), id, substr(md5(id::text), 1, 7) FROM people
  )
  INSERT INTO disqualification (shop_id, id, person_id, reason, created_at)
  SELECT shop_id, gen_random_uuid(), id, 'Resold codes', now() FROM people`;
