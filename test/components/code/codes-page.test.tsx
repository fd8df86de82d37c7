// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { CodesPage } from "#app/components/code/codes-page.tsx";
import type { CodeListQuery } from "#app/components/code/list-query.ts";
import { onePage, sampleCode, viewerFrame } from "../support/sample.ts";

const all: CodeListQuery = { text: "", campaignId: null, state: "all" };
const campaigns = [{ id: "c1", name: "SUMMER26_FREESHIP" }];
const refused = {
  ...sampleCode,
  id: "k2",
  code: "SUMMER26_FREESHIP_9999",
  state: "failed" as const,
  error: "This code belongs to another discount.",
  uses: 0,
  lastUsedAt: null,
};

describe("the code list", () => {
  it("says of each code where it is, whose it is and how often it was used", async () => {
    const page = await mount(
      <CodesPage page={onePage(sampleCode, refused)} query={all} campaigns={campaigns} />,
    );
    const text = page.text();
    expect(text).toContain("SUMMER26_FREESHIP_7KQ2MPXD");
    expect(text).toContain("yesterday");
    expect(text).toContain("Refused by ShopifyThis code belongs to another discount.");
    expect(text).toContain("Not used yet");
    expect(text).toContain("2 codes");
    expect(page.find("a[href='/app/campaigns/c1']").textContent).toBe("SUMMER26_FREESHIP");
  });

  it("shows filters as chips that can be taken away, and leaves the others in the address", async () => {
    const query: CodeListQuery = { text: "", campaignId: "c1", state: "failed" };
    const page = await mount(
      <CodesPage page={onePage(refused)} query={query} campaigns={campaigns} />,
      {
        at: "/app/codes?campaign=c1&state=failed&cursor=x",
      },
    );
    expect(page.text()).toContain("Campaign SUMMER26_FREESHIP");
    await page.click(page.find("button[aria-label='Clear']"));
    expect(page.router.state.location.search).toBe("?campaign=c1");
  });

  it("copies a code and says so", async () => {
    const copied: string[] = [];
    Object.assign(navigator, {
      clipboard: { writeText: async (text: string) => copied.push(text) },
    });
    const page = await mount(
      <CodesPage page={onePage(sampleCode)} query={all} campaigns={campaigns} />,
    );
    await page.click(page.button("Copy SUMMER26_FREESHIP_7KQ2MPXD"));
    expect(copied).toEqual(["SUMMER26_FREESHIP_7KQ2MPXD"]);
    expect(page.text()).toContain("Copied");
  });

  it("says what to do where a frame may not use the clipboard", async () => {
    const denied = async () => Promise.reject(new DOMException("denied", "NotAllowedError"));
    Object.assign(navigator, { clipboard: { writeText: denied } });
    const page = await mount(
      <CodesPage page={onePage(sampleCode)} query={all} campaigns={campaigns} />,
    );
    await page.click(page.button("Copy SUMMER26_FREESHIP_7KQ2MPXD"));
    expect(page.text()).toContain("Select it to copy");
  });

  it("an empty list says where codes come from", async () => {
    const page = await mount(<CodesPage page={onePage()} query={all} campaigns={[]} />, {
      frame: viewerFrame,
    });
    expect(page.text()).toContain("No codes yetCodes are made with a campaign.");
    expect(page.text()).toContain("You need the editor or admin role");
  });

  it("a filter without result says so", async () => {
    const query: CodeListQuery = { ...all, state: "released" };
    const page = await mount(<CodesPage page={onePage()} query={query} campaigns={campaigns} />);
    expect(page.text()).toContain("No codes found");
  });
});
