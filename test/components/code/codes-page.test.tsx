// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { all, show, tab } from "./codes-stage.tsx";
import { onePage, sampleCode, viewerFrame } from "../support/sample.ts";

describe("the code list", () => {
  it("says of each code where it is, whose it is and how often it was used", async () => {
    const page = await show({});
    const text = page.text();
    expect(text).toContain("SUMMER26_FREESHIP_7KQ2MPXD");
    expect(text).toContain("yesterday");
    expect(text).toContain("Refused by ShopifyThis code belongs to another discount.");
    expect(text).toContain("Given to a customer");
    expect(text).toContain("Not used yet");
    expect(text).toContain("2 codes");
    expect(page.find("a[href='/app/campaigns/c1']").textContent).toBe("SUMMER26_FREESHIP");
  });

  it("says “more than” where counting stopped", async () => {
    const page = await show({ page: { ...onePage(sampleCode), total: 10_001 } });
    expect(page.text()).toContain("More than 10,000 codes");
  });

  it("an empty list says where codes come from", async () => {
    const page = await show({ page: onePage() }, { frame: viewerFrame });
    expect(page.text()).toContain("No codes yetCodes are made with a campaign, or brought");
    expect(page.text()).toContain("You need the editor or admin role");
  });

  it("a filter without result says so", async () => {
    const page = await show({ page: onePage(), query: { ...all, state: "released" } });
    expect(page.text()).toContain("No codes found");
  });

  it("explains a code that is not there, and searches for the one that was meant", async () => {
    const answer = {
      found: false,
      message: "VIP-X7K2P9RT is mistyped: its check character does not fit.",
      suggestions: ["VIP-X7K2P9RV"],
    };
    const page = await show(
      { page: onePage(), query: { ...all, text: "VIP-X7K2P9RT" }, answer },
      { at: "/app/codes?q=VIP-X7K2P9RT&state=live" },
    );
    expect(page.text()).toContain("its check character does not fit");
    await page.click(page.button("Show VIP-X7K2P9RV"));
    expect(page.router.state.location.search).toBe("?q=VIP-X7K2P9RV");
  });

  it("shows a code that only the other filters hide", async () => {
    const answer = { found: true, message: "VIP-1 is a code of yours.", suggestions: [] };
    const page = await show(
      { page: onePage(), query: { ...all, text: "VIP-1", state: "failed" }, answer },
      { at: "/app/codes?q=VIP-1&state=failed" },
    );
    expect(page.text()).toContain("It is not among those you filtered for.");
    await page.click(page.button("Show VIP-1"));
    expect(page.router.state.location.search).toBe("?q=VIP-1");
  });
});

describe("copying", () => {
  it("copies a code and says so", async () => {
    const copied: string[] = [];
    Object.assign(navigator, {
      clipboard: { writeText: async (text: string) => copied.push(text) },
    });
    const page = await show({ page: onePage(sampleCode) });
    await page.click(page.button("Copy SUMMER26_FREESHIP_7KQ2MPXD"));
    expect(copied).toEqual(["SUMMER26_FREESHIP_7KQ2MPXD"]);
    expect(page.text()).toContain("Copied");
    expect(page.text()).not.toContain("1 selected");
  });

  it("says what to do where a frame may not use the clipboard", async () => {
    const denied = async () => Promise.reject(new DOMException("denied", "NotAllowedError"));
    Object.assign(navigator, { clipboard: { writeText: denied } });
    const page = await show({ page: onePage(sampleCode) });
    await page.click(page.button("Copy SUMMER26_FREESHIP_7KQ2MPXD"));
    expect(page.text()).toContain("Select it to copy");
  });
});

describe("filters", () => {
  it("are chips that can be taken away, and leave the others in the address", async () => {
    const page = await show(
      { query: { ...all, campaignId: "c1", state: "failed" } },
      { at: "/app/codes?campaign=c1&state=failed&cursor=x" },
    );
    expect(page.text()).toContain("Campaign SUMMER26_FREESHIP");
    await page.click(page.find("button[aria-label='Clear']"));
    expect(page.router.state.location.search).toBe("?campaign=c1");
  });

  it("by whether they are used say so, and are taken away alone", async () => {
    const page = await show(
      { query: { ...all, campaignId: "c1", used: "no" } },
      { at: "/app/codes?campaign=c1&used=no" },
    );
    expect(page.text()).toContain("Not used");
    await page.click(page.find("button[aria-label='Clear']"));
    expect(page.router.state.location.search).toBe("?campaign=c1");
  });

  it("by a part of the name: first the part, then its value", async () => {
    const page = await show({});
    await page.click(page.button("Part of the name"));
    const select = (label: string) =>
      [...document.querySelectorAll("select")].find((one) => one.labels[0]?.textContent === label);
    await page.choose(select("Part of the name"), "season");
    await page.choose(select("Value"), "SUMMER");
    expect(page.router.state.location.search).toBe("?part=season%3ASUMMER");
  });

  it("name the part as people do", async () => {
    const dimension = { field: "season", value: "SUMMER" };
    const page = await show({ query: { ...all, dimension } });
    expect(page.text()).toContain("Season: Summer");
  });

  it("the search follows the address when a view is opened", async () => {
    const views = [{ id: "v1", name: "Refused", query: "state=failed" }];
    const page = await show({ query: { ...all, text: "VIP" }, views }, { at: "/app/codes?q=VIP" });
    await page.click(tab("Refused"));
    await page.settle(400);
    expect(page.router.state.location.search).toBe("?state=failed");
  });
});
