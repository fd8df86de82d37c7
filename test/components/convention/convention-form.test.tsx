// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { ConventionForm } from "#app/components/convention/convention-form.tsx";
import { someFields } from "./sample.ts";

const initial = { name: "Seasonal offers", pattern: "{season}{yy}_{offer}" };

const open = (change: Partial<Parameters<typeof ConventionForm>[0]> = {}) =>
  mount(
    <ConventionForm
      initial={initial}
      fields={someFields}
      nextVersion={3}
      answer={undefined}
      {...change}
    />,
  );

const patternOf = (page: Awaited<ReturnType<typeof open>>) =>
  page.find<HTMLInputElement>("input[name=pattern]");

describe("the pattern", () => {
  it("is read while it is typed: several examples, and what each part means", async () => {
    const page = await open({
      initial: { ...initial, pattern: "{season}{yy}_{offer}[_{channel}]" },
    });
    expect(page.text()).toContain("SUMMER26_FREESHIP");
    expect(document.querySelectorAll("li .bf-code").length).toBeGreaterThanOrEqual(2);
    expect(page.text()).toContain("May be left out.");
    expect(page.text()).toContain("Saving makes version 3.");
  });

  it("that cannot be read is marked where it is wrong", async () => {
    const page = await open();
    await page.type(patternOf(page), "{season}_{nothing}");
    expect(page.find("[id$=Error]").textContent).toContain("At position 10:");
    expect(page.find("[id$=Error]").textContent).toContain("nothing");
    expect(page.find("mark").textContent).toBe("{");
    expect(page.find("ui-save-bar").dataset["open"]).toBe("true");
  });

  it("with a unique part shows which characters are made, without making any", async () => {
    const page = await open({ initial: { name: "VIP", pattern: "VIP-{unique:8}" } });
    expect(page.text()).toContain("VIP-••••••••");
    expect(page.text()).toContain("different for every code");
  });

  it("takes a part at its end", async () => {
    const page = await open();
    await page.click(page.button("Add {partner} (partner) to the pattern"));
    expect(patternOf(page).value).toBe("{season}{yy}_{offer}{partner}");
  });
});

describe("problems from the server", () => {
  it("stand beside the field until it is typed in", async () => {
    const clash = "“SUMMER26” would fit this and “Others”.";
    const answer = {
      refusal: { kind: "invalid" as const, message: clash },
      problems: [{ field: "pattern", message: clash }],
    };
    const page = await open({ answer });
    expect(page.find("[id$=Error]").textContent).toContain(clash);
    await page.type(patternOf(page), "{season}-{offer}");
    expect(page.text()).not.toContain(clash);
  });
});

describe("codes to try", () => {
  const codes = () => document.querySelector<HTMLTextAreaElement>("textarea")!;

  it("say what they say, or where they fail and what is nearest", async () => {
    const page = await open();
    await page.type(codes(), "summer26_freeship\n\nSUMER26_15OFF\nhello");
    expect(page.text()).toContain("1 of 3 follow the pattern.");
    expect(page.text()).toContain("Season: Summer");
    expect(page.text()).toContain("Nearest: SUMMER26_15OFF");
  });

  it("of a convention with unique parts may be whole codes or the names before them", async () => {
    const page = await open({ initial: { name: "VIP", pattern: "{season}{yy}-{unique:8}" } });
    await page.type(codes(), "SUMMER26-234579BC\nSUMMER26");
    expect(page.text()).toContain("2 of 2 follow the pattern.");
    expect(page.text()).toContain("Unique: 234579BC");
  });
});
