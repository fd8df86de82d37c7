import { describe, expect, it } from "vitest";

import { openStage } from "./stage.ts";

const stage = await openStage("second-shop");

const NEEDS_EDITOR =
  "You need the editor or admin role to make or change campaigns. An admin can give it to you under Settings, Team.";

describe("roles", () => {
  it("shows a viewer what they may not do, and why", async () => {
    const window = await stage.staff("/app/campaigns", { as: "Viola" });
    expect(await window.page.locator("#app-nav").innerText()).not.toContain("Review");
    const create = window.app.getByRole("button", { name: "New campaign" });
    expect(await create.isDisabled()).toBe(true);
    await create.hover({ force: true });
    await window.app.getByRole("tooltip").getByText(NEEDS_EDITOR).first().waitFor();

    await window.go("/app/campaigns/new");
    await window.app.getByText("You can look, but not save").first().waitFor();
    await window.app.getByText(NEEDS_EDITOR).first().waitFor();
  });

  it("refuses a viewer on the server too, in words", async () => {
    const window = await stage.staff("/app/campaigns/new", { as: "Viola" });
    await window.app.getByRole("combobox", { name: "Name" }).fill("SUMMER26_FREESHIP");
    await stage.troubles.expecting(/403/, async () => {
      await window.save();
      await window.app.getByRole("listitem").filter({ hasText: NEEDS_EDITOR }).waitFor();
      await window.go("/app/review");
      await window.app
        .getByRole("heading", { name: "You do not have access to this", level: 1 })
        .waitFor();
    });
    const discounts = [...stage.product.shop("second-shop").discounts.values()];
    expect(discounts.filter(({ method }) => method === "code")).toEqual([]);
  });

  it("lets an admin make somebody an editor, who may then make a campaign", async () => {
    const viola = await stage.staff("/app", { as: "Viola" });
    const olive = await stage.staff("/app/settings/team");
    await olive.app.getByLabel("Role of Viola Viewer").selectOption("editor");
    await olive.toast.getByText("Viola Viewer has a new role").first().waitFor();
    expect(await olive.app.getByLabel("Role of Olive Owner").isDisabled()).toBe(true);

    await viola.go("/app/campaigns");
    await viola.app.getByRole("link", { name: "New campaign" }).click();
    await viola.app.getByRole("combobox", { name: "Name" }).fill("winter26_10off");
    await viola.save();
    await viola.app.getByRole("heading", { name: "WINTER26_10OFF", level: 1 }).waitFor();
    await viola.app.getByText("Live in Shopify", { exact: false }).first().waitFor();
    await viola.app.getByText("Viola Viewer created the campaign").first().waitFor();

    await viola.app.getByRole("button", { name: "End", exact: true }).click();
    const question = viola.app.getByRole("dialog", { name: "End WINTER26_10OFF?" });
    await question.getByText("It was never used.").first().waitFor();
    await question.getByRole("button", { name: "End campaign" }).click();
    await viola.toast.getByText("WINTER26_10OFF has ended").first().waitFor();
    await viola.app.getByText("Viola Viewer ended the campaign").first().waitFor();
    expect(await viola.app.getByRole("link", { name: "Edit" }).count()).toBe(0);
  });

  it("keeps what only an admin may do from an editor", async () => {
    const window = await stage.staff("/app/settings/team", { as: "Viola" });
    expect(await window.app.getByLabel("Role of Viola Viewer").isDisabled()).toBe(true);
    await window.app
      .getByText("You need the admin role to change what others may do")
      .first()
      .waitFor();
  });
});
