// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { DirectoryPage } from "#app/components/directory/directory-page.tsx";
import type { Directory } from "#app/domain/directory/summary.ts";

const NOTHING: Directory = { staff: 0, staffCampaigns: [], owners: [], campaigns: [] };

it("asks for a campaign first where there is none to say something of", async () => {
  const page = await mount(<DirectoryPage directory={NOTHING} />);
  expect(page.text()).toContain("Create one under Campaigns first.");
  for (const name of ["Add campaign", "Add owner"])
    expect(page.button(name).getAttribute("aria-disabled")).toBe("true");
  expect(page.button("Change staff").getAttribute("aria-disabled")).not.toBe("true");
  await page.unmount();
});

it("says how many are staff and whose codes are whose, and lets each be removed", async () => {
  const at = "2026-06-10T10:00:00.000Z";
  const campaigns = [{ id: "1", name: "SUMMER26_10OFF" }];
  const owner = { id: "2", campaign: "SUMMER26_10OFF", code: "ANNA10", by: "Olive Owner", at };
  const directory = { staff: 1_200, staffCampaigns: campaigns, owners: [owner], campaigns };
  const page = await mount(<DirectoryPage directory={directory} />);
  expect(page.text()).toContain("1,200 addresses. Keyed hashes are kept, no addresses.");
  expect(page.text()).toContain("An owner, added by Olive Owner");
  expect(page.button("Remove SUMMER26_10OFF")).toBeTruthy();
  expect(page.button("Remove ANNA10 of SUMMER26_10OFF")).toBeTruthy();
  expect(page.button("Add owner").getAttribute("aria-disabled")).not.toBe("true");
  await page.unmount();
});
