// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { SyncCard } from "#app/components/campaign/detail/sync-card.tsx";
import type { CampaignSync } from "#app/domain/discount/sync.ts";
import { sampleDetail, viewerFrame } from "../support/sample.ts";
import { sampleQueued, sampleRun, sampleSync } from "../support/sample-sync.ts";

const card = (sync: Partial<CampaignSync>, state: "synced" | "syncing" | "waiting" = "synced") => (
  <SyncCard
    campaign={{ ...sampleDetail, sync: { ...sampleDetail.sync, state } }}
    sync={{ ...sampleSync, ...sync }}
  />
);

describe("a campaign that is up to date", () => {
  it("says so, with what was done last, for whom and for how much", async () => {
    const page = await mount(card({}));
    expect(page.text()).toContain("Shopify says what this page says.");
    expect(page.text()).toContain(
      "Made the discount with the code SUMMER26_FREESHIP · Added 9,999 codes",
    );
    expect(page.text()).toContain("2 hours ago, by Mara Keller · 83 calls to Shopify");
  });

  it("shows three of its history, and more when asked", async () => {
    const runs = Array.from({ length: 20 }, (_, index) => ({ ...sampleRun, id: `r${index}` }));
    const page = await mount(card({ runs }));
    const shown = () => document.querySelectorAll(".bf-plain > li").length;
    expect(shown()).toBe(3);
    await page.click(page.button("Show more"));
    expect(shown()).toBe(13);
    await page.click(page.button("Show more"));
    expect(shown()).toBe(20);
    expect(() => page.button("Show more")).toThrow(/No button/);
  });

  it("can be checked against Shopify: what would be done is shown, nothing is", async () => {
    const operations = [{ kind: "publish_guard" }, { kind: "stop_discount" }];
    const preview = {
      path: "/app/campaigns/c1/preview-sync",
      loader: () => ({
        ok: true,
        plan: { operations, calls: 3, points: 60, seconds: 0 },
        isGone: false,
        readAt: "2026-06-10T12:00:00.000Z",
      }),
    };
    const page = await mount(card({}), { others: [preview] });
    await page.click(page.button("Check against Shopify now"));
    await page.settle(20);
    expect(page.text()).toContain("The next sync would");
    expect(page.text()).toContain("Stop the discount in Shopify");
    expect(page.text()).toContain("3 calls to Shopify.");
  });
});

describe("a campaign on its way", () => {
  it("shows how far its codes are, what is left, and can be stopped", async () => {
    const posted: string[] = [];
    const stop = {
      path: "/app/campaigns/c1/stop-sync",
      action: ({ request }: { request: Request }) => {
        posted.push(request.method);
        return { ok: true };
      },
    };
    const page = await mount(card({ underWay: sampleQueued }, "syncing"), { others: [stop] });
    expect(page.text()).toContain("2,500 of 10,000 codes in Shopify, at least 4 seconds left.");
    expect(page.text()).toContain("Add 7,500 codes");
    expect(page.find("[role=progressbar], progress").getAttribute("value")).toBe("25");
    await page.click(page.button("Stop sending"));
    await page.settle(20);
    expect(posted).toEqual(["POST"]);
    expect(page.asked.toasts).toEqual(["Stopped. What is in Shopify already stays."]);
  });

  it("says when it is tried again", async () => {
    const underWay = {
      ...sampleQueued,
      reason: "no_answer" as const,
      error: "Shopify does not answer at the moment. It is tried again by itself.",
      retryAt: "2026-06-10T12:02:10.000Z",
    };
    const page = await mount(card({ underWay }, "waiting"));
    expect(page.text()).toContain("It is tried again by itself. Next try in 2 minutes.");
  });

  it("can be stopped by nobody who may not", async () => {
    const page = await mount(card({ underWay: sampleQueued }, "syncing"), { frame: viewerFrame });
    expect(page.button("Stop sending").getAttribute("aria-disabled")).toBe("true");
  });
});
