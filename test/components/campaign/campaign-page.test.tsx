// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { CampaignPage, verbsOf } from "#app/components/campaign/detail/campaign-page.tsx";
import { endConsequences } from "#app/components/campaign/detail/end-modal.tsx";
import { sampleQueued, sampleSync } from "../support/sample-sync.ts";
import { onePage, sampleDetail, sampleEntry, viewerFrame } from "../support/sample.ts";

const trail = onePage(sampleEntry);
const number = (value: number) => value.toLocaleString("en");

function answering(path: string, answer: unknown, status = 200) {
  const posted: string[] = [];
  const route = {
    path,
    action: () => {
      posted.push(path);
      return Response.json(answer, { status });
    },
  };
  return { route, posted };
}

describe("the campaign page", () => {
  it("says in one sentence how it stands, and what its name says", async () => {
    const page = await mount(
      <CampaignPage campaign={sampleDetail} trail={trail} sync={sampleSync} />,
    );
    expect(page.text()).toContain("Live in Shopify, 3,214 of 10,000 codes used, ends in 7 days.");
    expect(page.text()).toContain("SeasonSummer");
    expect(page.text()).toContain("By Seasonal offers, version 2");
  });

  it("shows the terms as they were set", async () => {
    const page = await mount(
      <CampaignPage campaign={sampleDetail} trail={trail} sync={sampleSync} />,
    );
    expect(page.text()).toContain("Each customerOnce in total");
    expect(page.text()).toContain("Who can use itOnly Newsletter readers");
    expect(page.text()).toContain("A use is freed byCancellation, full refund");
  });

  it("links refused codes and open flags", async () => {
    const page = await mount(
      <CampaignPage campaign={sampleDetail} trail={trail} sync={sampleSync} />,
    );
    expect(page.text()).toContain("Shopify refused 3 codes.");
    expect(page.button("See which, and why").getAttribute("href")).toBe(
      "/app/codes?campaign=c1&state=failed",
    );
    expect(page.text()).toContain("2 orders of this campaign went over a limit.");
  });

  it("says of what each number is: the discount of no order that was cancelled, the share of all codes", async () => {
    const page = await mount(
      <CampaignPage campaign={sampleDetail} trail={trail} sync={sampleSync} />,
    );
    expect(page.text()).toContain("Redemptions3,2143,250 redeemed, 36 freed");
    expect(page.text()).toMatch(/Discount cost€[\d,.]+Of orders that were not cancelled/);
    expect(page.text()).not.toContain("a redemption");
    expect(page.text()).toContain("Used so far32.1%3,214 of 10,000 codes made");
  });

  it("says why a day's bar is below zero, where one is", async () => {
    const words = "Below zero, more was taken back than came in.";
    const shown = (daily: typeof sampleDetail.daily) =>
      mount(<CampaignPage campaign={{ ...sampleDetail, daily }} trail={trail} sync={sampleSync} />);
    expect((await shown(sampleDetail.daily)).text()).not.toContain(words);
    const [first, ...others] = sampleDetail.daily;
    expect((await shown([{ ...first!, uses: -1 }, ...others])).text()).toContain(words);
  });

  it("gives screen readers the chart's numbers, in either measure", async () => {
    const page = await mount(
      <CampaignPage campaign={sampleDetail} trail={trail} sync={sampleSync} />,
    );
    expect(page.find("figcaption").textContent).toBe("Redemptions a day, last 30 days");
    expect(document.querySelectorAll("figure tbody tr")).toHaveLength(30);
    await page.click(page.button("Revenue"));
    expect(page.find("figcaption").textContent).toBe("Revenue (EUR) a day, last 30 days");
    expect(page.find("figure tbody tr:nth-child(2)").textContent).toContain("€349.30");
  });

  it("pauses at its own address and says so", async () => {
    const { route, posted } = answering("/app/campaigns/c1/pause", { ok: true, id: "c1" });
    const page = await mount(
      <CampaignPage campaign={sampleDetail} trail={trail} sync={sampleSync} />,
      {
        others: [route],
      },
    );
    await page.click(page.button("Pause"));
    await page.settle(20);
    expect(posted).toEqual(["/app/campaigns/c1/pause"]);
    expect(page.asked.toasts).toEqual(["SUMMER26_FREESHIP is paused"]);
  });

  it("keeps a refusal on the page", async () => {
    const refusal = {
      refusal: { kind: "conflict", message: "It has already ended." },
      problems: [],
    };
    const { route } = answering("/app/campaigns/c1/pause", refusal, 409);
    const page = await mount(
      <CampaignPage campaign={sampleDetail} trail={trail} sync={sampleSync} />,
      {
        others: [route],
      },
    );
    await page.click(page.button("Pause"));
    await page.settle(20);
    expect(page.text()).toContain("Not pausedIt has already ended.");
    expect(page.asked.toasts).toEqual([]);
  });

  it("ends only after the modal, which says what will happen", async () => {
    const { route, posted } = answering("/app/campaigns/c1/end", { ok: true, id: "c1" });
    const page = await mount(
      <CampaignPage campaign={sampleDetail} trail={trail} sync={sampleSync} />,
      {
        others: [route],
      },
    );
    await page.click(page.button("End"));
    expect(page.find("ui-modal").dataset["open"]).toBe("true");
    expect(page.text()).toContain("All 10,000 codes stop working at checkout within seconds.");
    expect(posted).toEqual([]);
    await page.click(page.button("End campaign"));
    await page.settle(20);
    expect(posted).toEqual(["/app/campaigns/c1/end"]);
  });

  it("a failed sync says why and can be tried again", async () => {
    const campaign = {
      ...sampleDetail,
      sync: {
        state: "failed" as const,
        error: "This code belongs to another discount.",
        syncedAt: null,
      },
    };
    const underWay = {
      ...sampleQueued,
      reason: "failed" as const,
      error: "This code belongs to another discount.",
    };
    const sync = { ...sampleSync, underWay };
    const page = await mount(<CampaignPage campaign={campaign} trail={trail} sync={sync} />);
    expect(page.text()).toContain("Not up to date in Shopify");
    expect(page.text()).toContain("This code belongs to another discount.");
    expect(page.button("Try again")).toBeTruthy();
  });

  it("says how often an adopted discount was used before, apart from its own figures", async () => {
    const before = { uses: 1_204, adoptedAt: "2026-06-03T08:00:00.000Z" };
    const sync = { ...sampleSync, before };
    const page = await mount(<CampaignPage campaign={sampleDetail} trail={trail} sync={sync} />);
    expect(page.text()).toContain("Shopify counted 1,204 uses before the discount was adopted, ");
    const other = await mount(
      <CampaignPage campaign={sampleDetail} trail={trail} sync={sampleSync} />,
    );
    expect(other.text()).not.toContain("before the discount was adopted");
  });

  it("offers a viewer nothing that would be refused", async () => {
    const page = await mount(
      <CampaignPage campaign={sampleDetail} trail={trail} sync={sampleSync} />,
      {
        frame: viewerFrame,
      },
    );
    expect(page.button("Pause").getAttribute("aria-disabled")).toBe("true");
    expect(page.text()).not.toMatch(/Review (it|them)/);
  });
});

it.each([
  ["on", "active", { mayChange: true, mayPause: true, mayResume: false, mayEnd: true }],
  ["paused", "paused", { mayChange: true, mayPause: false, mayResume: true, mayEnd: true }],
  ["on", "expired", { mayChange: true, mayPause: false, mayResume: false, mayEnd: true }],
  ["ended", "ended", { mayChange: false, mayPause: false, mayResume: false, mayEnd: false }],
] as const)("a campaign that is wanted %s and %s may %o", (wanted, status, verbs) => {
  expect(verbsOf({ wanted, status })).toEqual(verbs);
});

it("ending a public code names the code", () => {
  const campaign = {
    name: "SUMMER26_15OFF",
    codes: { kind: "public" as const, count: 1 },
    uses: 1,
  };
  const [stops, stays] = endConsequences(campaign, number);
  expect(stops).toContain("The code SUMMER26_15OFF stops working");
  expect(stays).toBe("1 use stays in the reports.");
});
