// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { ReviewPage } from "#app/components/flag/review-page.tsx";
import { onePage, sampleFlag } from "../support/sample.ts";

describe("the review list", () => {
  it("says what happened and leads to the next one", async () => {
    const page = await mount(<ReviewPage page={onePage(sampleFlag)} state="open" />);
    expect(page.text()).toContain("A customer used SUMMER26_15OFF 2 times; the limit is once");
    expect(page.text()).toContain("#1002, 3 hours ago");
    expect(page.text()).toContain("€10.00");
    expect(page.button("Review next").getAttribute("href")).toBe("/app/review/f1");
  });

  it.each([
    ["open", "Nothing to review"],
    ["reviewed", "No decision yet"],
    ["withdrawn", "Nothing withdrawn"],
    ["all", "No order was ever flagged"],
  ] as const)("an empty tab “%s” says why: %s", async (state, heading) => {
    const page = await mount(<ReviewPage page={onePage()} state={state} />);
    expect(page.text()).toContain(heading);
    expect(page.text()).not.toContain("Review next");
  });

  it("puts the tab into the address", async () => {
    const page = await mount(<ReviewPage page={onePage(sampleFlag)} state="open" />, {
      at: "/app/review",
    });
    await page.click(page.find("#reviewed"));
    expect(page.router.state.location.search).toBe("?state=reviewed");
  });

  it("shows what was decided", async () => {
    const decision = {
      decision: "abuse" as const,
      reason: "x",
      by: "Mara Keller",
      at: "2026-06-10T11:00:00Z",
    };
    const flag = { ...sampleFlag, state: "reviewed" as const, decision };
    const page = await mount(<ReviewPage page={onePage(flag)} state="reviewed" />);
    expect(page.text()).toContain("Abuse");
  });
});
