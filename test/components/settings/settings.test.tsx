// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { ConventionForm } from "#app/components/convention/convention-form.tsx";
import { ConventionsPage } from "#app/components/convention/conventions-page.tsx";
import { SettingsPage } from "#app/components/settings/settings-page.tsx";
import { TeamPage } from "#app/components/staff/team-page.tsx";
import { sampleConventions, sampleStaff, viewerFrame } from "../support/sample.ts";

it("the hub says what is decided where", async () => {
  const page = await mount(<SettingsPage />);
  for (const [name, url] of [
    ["Conventions", "/app/settings/conventions"],
    ["Team", "/app/settings/team"],
    ["Activity", "/app/settings/activity"],
  ] as const) {
    expect(page.button(name).getAttribute("href")).toBe(url);
  }
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

describe("conventions", () => {
  it("each is shown with a name that follows it", async () => {
    const page = await mount(<ConventionsPage conventions={sampleConventions} />);
    expect(page.text()).toContain("Pattern{season}{yy}_{offer}ExampleSUMMER26_FREESHIP");
    expect(page.button("Edit").getAttribute("href")).toBe("/app/settings/conventions/n1");
  });

  it("without any, offers one to start with", async () => {
    const page = await mount(<ConventionsPage conventions={[]} />);
    expect(page.text()).toContain("Start with {season}{yy}_{offer}");
  });

  it("a viewer may look only", async () => {
    const page = await mount(<ConventionsPage conventions={sampleConventions} />, {
      frame: viewerFrame,
    });
    expect(page.button("Edit").hasAttribute("href")).toBe(false);
  });
});

describe("the convention form", () => {
  const initial = { name: "Seasonal offers", pattern: "{season}{yy}_{offer}" };

  it("reads the pattern while it is typed: an example, its parts, or what is wrong", async () => {
    const page = await mount(
      <ConventionForm initial={initial} nextVersion={3} answer={undefined} />,
    );
    expect(page.text()).toContain("For example SUMMER26_FREESHIP");
    expect(page.text()).toContain("Saving makes version 3.");
    const pattern = page.find<HTMLInputElement>("input[name=pattern]");
    await page.type(pattern, "{season}{nothing}");
    expect(page.text()).toContain("An example appears here once the pattern can be read.");
    expect(page.find("[id$=Error]").textContent).toContain("nothing");
    expect(page.find("ui-save-bar").dataset["open"]).toBe("true");
  });

  it("puts a part at the pattern's end", async () => {
    const page = await mount(
      <ConventionForm initial={initial} nextVersion={3} answer={undefined} />,
    );
    await page.click(page.button("Add {channel} (channel) to the pattern"));
    expect(page.find<HTMLInputElement>("input[name=pattern]").value).toBe(
      "{season}{yy}_{offer}{channel}",
    );
  });

  it("shows the server's problem until that field is typed in", async () => {
    const answer = {
      refusal: { kind: "invalid" as const, message: "" },
      problems: [{ field: "name", message: "Give the convention a name." }],
    };
    const page = await mount(<ConventionForm initial={initial} nextVersion={1} answer={answer} />);
    expect(page.text()).toContain("Give the convention a name.");
    await page.type(page.find<HTMLInputElement>("input[name=name]"), "Other");
    expect(page.text()).not.toContain("Give the convention a name.");
  });
});
