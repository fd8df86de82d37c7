// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { posting, show } from "./codes-stage.tsx";
import { viewerFrame } from "../support/sample.ts";

describe("chosen codes", () => {
  const boxes = () => [...document.querySelectorAll<HTMLInputElement>("td input[type=checkbox]")];

  it("are copied one a line", async () => {
    const copied: string[] = [];
    Object.assign(navigator, {
      clipboard: { writeText: async (text: string) => copied.push(text) },
    });
    const page = await show({});
    for (const box of boxes()) await page.click(box);
    await page.click(page.button("Copy codes"));
    expect(copied).toEqual(["SUMMER26_FREESHIP_7KQ2MPXD\nSUMMER26_FREESHIP_9999"]);
    expect(page.asked.toasts).toEqual(["2 codes copied, one a line"]);
  });

  it("only refused ones are tried again", async () => {
    const { route, posted } = posting("/app/codes/retry", { ok: true, count: 1 });
    const page = await show({}, { others: [route] });
    for (const box of boxes()) await page.click(box);
    await page.click(page.button("Try 1 again"));
    await page.settle(20);
    expect(posted).toEqual([{ ids: "k2" }]);
    expect(page.asked.toasts).toEqual(["Being sent to Shopify again"]);
  });

  it.each([
    ["nothing was refused", {}, 0],
    ["a viewer may not", viewerFrame, 1],
  ])("are not offered to be tried again where %s", async (_, frame, chosen) => {
    const page = await show({}, { frame });
    await page.click(boxes()[chosen]!);
    expect(() => page.button("Try again")).toThrow(/No button/);
    expect(page.button("Copy codes")).toBeTruthy();
  });
});
