// @vitest-environment jsdom
import { useState } from "react";
import { act } from "react";
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { PatternField } from "#app/components/convention/pattern-field.tsx";
import { someFields } from "../convention/sample.ts";

function Field() {
  const [value, setValue] = useState("{season}");
  return <PatternField value={value} fields={someFields} error={undefined} onChange={setValue} />;
}

async function open() {
  const page = await mount(<Field />);
  const input = page.find<HTMLInputElement>("input[name=pattern]");
  await act(async () => input.focus());
  const type = async (text: string) => {
    await page.type(input, text);
    input.setSelectionRange(text.length, text.length);
    await key("Shift");
  };
  const key = async (name: string) => {
    let prevented = false;
    await act(async () => {
      const down = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true });
      input.dispatchEvent(down);
      prevented = down.defaultPrevented;
      input.dispatchEvent(new KeyboardEvent("keyup", { key: name, bubbles: true }));
    });
    return prevented;
  };
  const options = () =>
    [...document.querySelectorAll("[role=listbox]:not([hidden]) [role=option]")].map(
      (option) => option.querySelector(".bf-code")?.textContent,
    );
  const chosen = () => document.querySelector("[aria-selected=true] .bf-code")?.textContent;
  return { page, input, type, key, options, chosen };
}

describe("what a field offers", () => {
  it("is a list that the field controls, with nothing chosen by itself", async () => {
    const { input, type, options, chosen } = await open();
    expect(options()).toEqual([]);
    await type("{season}{partn");
    expect(options()).toEqual(["{partner}"]);
    expect(input.getAttribute("aria-expanded")).toBe("true");
    expect(document.getElementById(input.getAttribute("aria-controls") ?? "")?.role).toBe(
      "listbox",
    );
    expect(chosen()).toBeUndefined();
  });

  it("is chosen with the arrows, all around, and taken with Enter in the place of what was begun", async () => {
    const { input, type, key, options, chosen } = await open();
    await type("{season}_{");
    const all = options();
    expect(all.length).toBeGreaterThan(2);
    await key("ArrowDown");
    expect(chosen()).toBe(all[0]);
    expect(input.getAttribute("aria-activedescendant")).toBe(
      document.querySelector("[aria-selected=true]")?.id,
    );
    await key("ArrowUp");
    expect(chosen()).toBeUndefined();
    await key("ArrowUp");
    expect(chosen()).toBe(all.at(-1));
    await type("{season}_{par");
    await key("ArrowDown");
    expect(await key("Enter")).toBe(true);
    expect(input.value).toBe("{season}_{partner}");
  });

  it("goes away with Escape; Enter is the form’s again", async () => {
    const { type, key, options } = await open();
    await type("{season}_{par");
    await key("Escape");
    expect(options()).toEqual([]);
    expect(await key("Enter")).toBe(false);
  });

  it("is taken with a click, and the focus stays in the field", async () => {
    const { page, input, type } = await open();
    await type("{season}_{par");
    await page.click(page.find("[role=option]"));
    expect(input.value).toBe("{season}_{partner}");
    expect(document.activeElement).toBe(input);
  });
});
