// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { SettingsPage } from "#app/components/settings/settings-page.tsx";
import { TeamPage } from "#app/components/staff/team-page.tsx";
import { sampleStaff, viewerFrame } from "../support/sample.ts";

it("the hub says what is decided where", async () => {
  const page = await mount(<SettingsPage />);
  for (const [name, url] of [
    ["Conventions", "/app/settings/conventions"],
    ["Fields", "/app/settings/naming/fields"],
    ["Name checks", "/app/settings/naming/checks"],
    ["Team", "/app/settings/team"],
    ["API keys", "/app/settings/api-keys"],
    ["Shopify sync", "/app/settings/sync"],
    ["Orders and numbers", "/app/settings/orders"],
    ["Personal data", "/app/settings/privacy"],
    ["Activity", "/app/settings/activity"],
  ] as const) {
    expect(page.button(name).getAttribute("href")).toBe(url);
  }
});

it("the hub leads nobody to what they may not open, and says what is missing", async () => {
  const links = () => [...document.querySelectorAll("h3 a")].map((link) => link.textContent);
  await mount(<SettingsPage />);
  const all = links();
  const page = await mount(<SettingsPage />, { frame: viewerFrame });
  expect(all.filter((title) => !links().includes(title))).toEqual([
    ...["Disqualified and allowed people", "Policies", "Backtest", "Calibration", "API keys"],
    "Personal data",
  ]);
  expect(page.text()).toContain("You need the reviewer or admin role to see flagged orders.");
  expect(page.text()).toContain("You need the admin role to see, make and revoke API keys.");
});

describe("the team", () => {
  it("an admin sets a role, but never the owner's", async () => {
    const posted: unknown[] = [];
    const role = {
      path: "/app/settings/team/role",
      action: async ({ request }: { request: Request }) => {
        posted.push(Object.fromEntries(await request.formData()));
        return { ok: true };
      },
    };
    const page = await mount(<TeamPage staff={sampleStaff} />, { others: [role] });
    const [owner, viewer] = document.querySelectorAll("select");
    expect(owner?.disabled).toBe(true);
    expect(viewer?.disabled).toBe(false);
    expect(page.text()).toContain("Mara KellerOwnerInfoYou");
    await page.choose(viewer, "reviewer");
    await page.settle(20);
    expect(posted).toEqual([{ staffId: "8", role: "reviewer" }]);
    expect(page.asked.toasts).toEqual(["Vik Rao has a new role"]);
  });

  it("shows a refusal beside the person it is about", async () => {
    const refusal = { refusal: { kind: "forbidden", message: "Only an admin may." }, problems: [] };
    const role = {
      path: "/app/settings/team/role",
      action: () => Response.json(refusal, { status: 403 }),
    };
    const page = await mount(<TeamPage staff={sampleStaff} />, { others: [role] });
    await page.choose(document.querySelectorAll("select")[1], "admin");
    await page.settle(20);
    expect(page.text()).toContain("Only an admin may.");
  });

  it("nobody else can choose", async () => {
    await mount(<TeamPage staff={sampleStaff} />, { frame: viewerFrame });
    expect([...document.querySelectorAll("select")].every((select) => select.disabled)).toBe(true);
  });
});
