// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { CampaignsPage } from "#app/components/campaign/campaigns-page.tsx";
import type { CampaignListQuery } from "#app/components/campaign/list-query.ts";
import { onePage, publicCampaign, sampleCampaign, viewerFrame } from "../support/sample.ts";

const all: CampaignListQuery = { status: "all", text: "", sort: "newest" };
const failed = {
  ...publicCampaign,
  status: "paused" as const,
  sync: { state: "failed" as const, error: "no", syncedAt: null },
};

describe("the campaign list", () => {
  it("shows offer, status, use, validity and money of each", async () => {
    const page = await mount(<CampaignsPage page={onePage(sampleCampaign, failed)} query={all} />);
    const text = page.text();
    expect(text).toContain("SUMMER26_FREESHIPFree shipping");
    expect(text).toContain("3,214 of 10,000 codes used");
    expect(text).toContain("Ends in 7 days");
    expect(text).toContain("€123,456.00");
    expect(text).toContain("PausedCriticalNot in Shopify");
    expect(text).toContain("2 campaigns");
  });

  it("a tab goes into the address and starts at the first page", async () => {
    const page = await mount(<CampaignsPage page={onePage(sampleCampaign)} query={all} />, {
      // As the admin opens it: the token in the first address must not travel on.
      at: "/app/campaigns?embedded=1&id_token=x&host=y&cursor=abc&sort=name",
    });
    await page.click(page.find("#paused"));
    expect(page.router.state.location.search).toBe("?sort=name&status=paused");
  });

  it("goes on and back by cursor, and shows no arrows for a single page", async () => {
    const many = { ...onePage(sampleCampaign), next: "n2", previous: null };
    const page = await mount(<CampaignsPage page={many} query={all} />, {
      at: "/app/campaigns?sort=name",
    });
    await page.click(page.button("Next"));
    expect(page.router.state.location.search).toBe("?sort=name&cursor=n2");
    const single = await mount(<CampaignsPage page={onePage(sampleCampaign)} query={all} />);
    expect(() => single.button("Next")).toThrow();
  });

  it("searches once the person stops typing", async () => {
    const query = { ...all, text: "summer" };
    const page = await mount(<CampaignsPage page={onePage(sampleCampaign)} query={query} />, {
      at: "/app/campaigns?q=summer",
    });
    await page.type(page.find<HTMLInputElement>("input[placeholder^=Search]"), "winter");
    expect(page.router.state.location.search).toBe("?q=summer");
    await page.settle(350);
    expect(page.router.state.location.search).toBe("?q=winter");
  });

  it("an empty list says what will appear and offers the first step", async () => {
    const page = await mount(<CampaignsPage page={onePage()} query={all} />);
    expect(page.text()).toContain("Create your first campaign");
    expect(page.button("Create campaign").getAttribute("href")).toBe("/app/campaigns/new");
  });

  it("a search without result is no empty shop", async () => {
    const page = await mount(
      <CampaignsPage page={onePage()} query={{ ...all, text: "nothing" }} />,
    );
    expect(page.text()).toContain("No campaigns found");
    expect(page.text()).not.toContain("Create your first campaign");
  });

  it("a viewer is told why they cannot make one", async () => {
    const page = await mount(<CampaignsPage page={onePage()} query={all} />, {
      frame: viewerFrame,
    });
    expect(page.text()).toContain("You need the editor or admin role to make or change campaigns.");
    expect(page.button("Create campaign").hasAttribute("href")).toBe(false);
  });
});
