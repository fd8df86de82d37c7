import { readFile } from "node:fs/promises";

import { describe, expect, it } from "vitest";

import { addCode } from "#test/standin/orders/fixtures/world.ts";
import type { AppWindow } from "#test/support/app-window.ts";
import { openStage } from "./stage.ts";

const stage = await openStage("second-shop");

const SEASONS = ["SPRING", "SUMMER", "WINTER"];
const CREATORS = ["ANNA10", "BEN15", "CLARA20", "DORA10"];
const CODES = SEASONS.flatMap((season) => CREATORS.map((creator) => `${season}25-${creator}`));
const BROUGHT = [
  "code,email",
  "PRINTED-1001,ana@example.com",
  "PRINTED-1002,",
  "PRINTED 1003,",
  "PRINTED-1002,",
  "=HYPERLINK(1),",
].join("\n");

/** Does what makes the browser save a file. @returns its lines. */
async function saved(window: AppWindow, act: () => Promise<void>): Promise<string[]> {
  const [download] = await Promise.all([window.page.waitForEvent("download"), act()]);
  const text = await readFile(await download.path(), "utf8");
  return text.replace("\uFEFF", "").trim().split("\n");
}

const patternOf = (window: AppWindow) => window.app.getByRole("combobox", { name: "Pattern" });

// One shop with codes of its own from its first minute on: each test goes on where the one before stopped.
describe("a store that named its codes by itself", () => {
  it("learns the convention its codes follow, and takes it into use", async () => {
    const { world } = stage.product.standin;
    for (const code of [...CODES, "THANKYOU"])
      addCode(world, stage.product.shop("second-shop"), code);
    const window = await stage.staff("/app/settings/conventions");
    await window.app.getByRole("link", { name: "Learn from your codes" }).click();
    await window.app.getByRole("button", { name: "Find conventions" }).click();
    await window.app.getByText("Read 13 different codes (13 from Shopify").first().waitFor();
    await window.app.getByText("Explains 12 of 13 codes").first().waitFor();
    await window.app.getByText("THANKYOU").first().waitFor();

    await window.app.getByRole("textbox", { name: "Name of the convention" }).fill("Creators");
    const use = "Use this convention: {season}{yy}-{theme}{percent}";
    await window.app.getByRole("button", { name: use }).click();
    await window.toast.getByText("“Creators” is in use").first().waitFor();
    await window.back.click();
    await window.app.getByRole("heading", { name: "Creators", level: 2 }).waitFor();
  });

  it("changes it with examples at hand, and is told which code would mean two things", async () => {
    const window = await stage.staff("/app/settings/conventions");
    await window.app.getByRole("link", { name: "Edit Creators" }).click();
    const pattern = patternOf(window);
    await pattern.fill("{handle}{number}");
    await window.app
      .getByText(/could be read in two ways/)
      .first()
      .waitFor();

    await pattern.fill("{season}{yy}_{offer}");
    await window.app.getByRole("listitem").getByText("SUMMER26_FREESHIP").first().waitFor();
    await stage.troubles.expecting(/422/, async () => {
      await window.save();
      await window.app.getByText("would fit this and “Seasonal offer”").first().waitFor();
    });

    await pattern.fill("{season}{yy}-{theme}{percent}[_{channel}]");
    await window.app
      .getByRole("listitem")
      .getByText(/^SUMMER26-ANNA\d+_[A-Z]+$/)
      .first()
      .waitFor();
    await window.app
      .getByRole("textbox", { name: "Codes, one on each line" })
      .fill(CODES.join("\n"));
    await window.app.getByText("12 of 12 follow the pattern.").first().waitFor();
    await window.save();
    await window.toast.getByText("Naming convention saved").first().waitFor();
    await window.app.getByText("{season}{yy}-{theme}{percent}[_{channel}]").first().waitFor();
  });
});

describe("codes by the thousand", () => {
  it("are made in the background, with progress to the last one", async () => {
    const window = await stage.staff("/app/campaigns/new");
    await window.app.getByRole("combobox", { name: "Name" }).fill("WINTER26_10OFF");
    await window.choose("Unique codes");
    await window.app.getByRole("textbox", { name: "How many codes" }).fill("3000");
    // So that nobody has to look fast: Shopify takes none but the first until its progress was seen.
    const { faults } = stage.product.standin.outbound;
    faults.add({
      match: { on: "call", name: "AddCodes" },
      effect: { action: "status", status: 503 },
    });
    await window.save();
    await window.app.getByRole("heading", { name: "WINTER26_10OFF", level: 1 }).waitFor();
    await window.app.getByText("3,000 codes, made here").first().waitFor();
    await window.app
      .getByText(/^\d[\d,]* of 3,000 codes in Shopify/)
      .first()
      .waitFor();
    faults.clear();
    await window.app
      .getByText("All in Shopify.", { exact: true })
      .first()
      .waitFor({ timeout: 90_000 });
    expect(await window.app.getByRole("button", { name: "Cancel" }).count()).toBe(0);
  });
});

describe("codes that exist already", () => {
  it("are checked row by row, and what cannot be used is told by its line", async () => {
    const window = await stage.staff("/app/codes");
    await window.app.getByRole("link", { name: "Import codes" }).click();
    await window.app.getByRole("textbox", { name: "Or paste your codes" }).fill(BROUGHT);
    await window.app.getByRole("button", { name: "Check codes" }).click();
    await window.app.getByText("2 of 5 rows can be used, 3 cannot.").first().waitFor();
    const row = (line: string) => window.app.getByRole("row").filter({ hasText: line });
    await row("PRINTED 1003").getByRole("cell", { name: "4", exact: true }).waitFor();
    await row("The same code stands on line 3 already.").waitFor();

    const download = window.app.getByRole("button", { name: "Download all as CSV" });
    const lines = await saved(window, () => download.click());
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe("line,code,reason");
    expect(lines[2]).toBe("5,PRINTED-1002,The same code stands on line 3 already.");
    // What a spreadsheet would run as a formula is text there.
    expect(lines[3]).toMatch(/^6,"?'=HYPERLINK/);
  });

  it("become a campaign's list", async () => {
    const window = await stage.staff("/app/codes/import");
    await window.app.getByRole("textbox", { name: "Or paste your codes" }).fill(BROUGHT);
    await window.app.getByRole("button", { name: "Check codes" }).click();
    await window.app.getByRole("link", { name: "Start a campaign with these codes" }).click();
    await window.app.getByRole("combobox", { name: "Name" }).fill("SUMMER26_10OFF");
    await window.save();
    await window.app.getByRole("heading", { name: "SUMMER26_10OFF", level: 1 }).waitFor();
    await window.app.getByText("2 codes, imported").first().waitFor();
    await window.app.getByText("All in Shopify.", { exact: true }).first().waitFor();
  });
});

describe("the list of codes", () => {
  it("is searched by text and by part of the name, and the view is kept and exported", async () => {
    const window = await stage.staff("/app/codes");
    const search = window.app.getByRole("textbox", { name: "Search codes" });
    await search.fill("1002");
    await window.app.getByText("1 code", { exact: true }).first().waitFor();
    await window.app.getByRole("button", { name: "Clear" }).click();

    await window.app.getByRole("button", { name: "Part of the name" }).click();
    await window.app
      .getByRole("combobox", { name: "Part of the name" })
      .selectOption({ label: "Season" });
    await window.app.getByRole("combobox", { name: "Value" }).selectOption({ value: "SUMMER" });
    await window.app.getByText("2 codes", { exact: true }).first().waitFor();
    await window.page.keyboard.press("Escape");
    await window.app.getByRole("button", { name: "Save these filters as a view" }).click();
    await window.app.getByRole("textbox", { name: "Name" }).fill("Summer");
    await window.app.getByRole("button", { name: "Create view" }).click();
    await window.toast.getByText("View saved").first().waitFor();

    await window.go("/app/codes");
    await window.app.getByText("3,002 codes", { exact: true }).first().waitFor();
    await window.app.getByRole("tab", { name: "Summer" }).click();
    await window.app.getByText("2 codes", { exact: true }).first().waitFor();
    const lines = await saved(window, () =>
      window.app.getByRole("button", { name: "Export" }).click(),
    );
    expect(lines).toEqual([
      "code,campaign,state,uses",
      "PRINTED-1001,SUMMER26_10OFF,In Shopify,0",
      "PRINTED-1002,SUMMER26_10OFF,In Shopify,0",
    ]);
  });
});
