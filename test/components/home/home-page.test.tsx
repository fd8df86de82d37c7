// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { HomePage } from "#app/components/home/home-page.tsx";
import { newShopDashboard, sampleDashboard } from "../support/sample-dashboard.ts";
import { viewerFrame } from "../support/sample.ts";

/** Verbs that take an id and do as they are asked. */
function takingIds() {
  const posted: string[] = [];
  const verb = (path: string) => ({
    path,
    action: async ({ request }: { request: Request }) => {
      posted.push(`${path} ${(await request.formData()).get("id") as string}`);
      return { ok: true };
    },
  });
  return { posted, verb };
}

describe("home of a running shop", () => {
  it("shows each measure with what it is compared with, and a rate with its base", async () => {
    const page = await mount(<HomePage dashboard={sampleDashboard} days={30} />);
    expect(page.text()).toContain("Redemptions1,234 up 12.2%from 1,100");
    expect(page.text()).toContain("Revenue with codes€45,678.90 down 8.6%from €50,000.00");
    expect(page.text()).toContain("Used so far12.4%386 of 3,120 codes made");
    expect(page.text()).toContain("May 12 – Jun 10, against the 30 days before");
  });

  it("opens the orders behind each number of now, of the days before and of its alarms", async () => {
    await mount(<HomePage dashboard={sampleDashboard} days={30} />);
    const opened = (label: string) =>
      [...document.querySelectorAll("a")]
        .find((link) => link.getAttribute("aria-label") === label)
        ?.getAttribute("href");
    const orders = (slice: string, from: string, more = "") =>
      `/app/insights/orders?slice=${slice}&from=${from}&to=${from}${more}`;
    const redeemed = "shop%3Aredeemed";
    const today = "2026-06-10";
    expect(opened("2 this hour in all. See the orders")).toBe(orders(redeemed, today, "&part=13"));
    expect(opened("2 this hour of SUMMER26_10OFF. See the orders")).toBe(
      orders("campaign%3Ac1", today, "&part=13"),
    );
    expect(opened("9 by this hour yesterday. See the orders")).toBe(
      orders(redeemed, "2026-06-09", "&part=0-13"),
    );
    const before = (slice: string) =>
      `/app/insights/orders?slice=${slice}&from=2026-04-12&to=2026-05-11`;
    expect(opened("1,100 in the 30 days before. See the orders")).toBe(before(redeemed));
    expect(opened("€50,000.00 in the 30 days before. See the orders")).toBe(before("shop%3Acoded"));
    expect(opened("30 in a quarter of an hour where 0.4 were usual. See the orders")).toBe(
      orders("campaign%3Ac1", today, "&part=2026-06-10T11%3A00%3A00Z"),
    );
  });

  it("says when the days in the address are none it shows", async () => {
    const shown = async (at: string) => {
      const page = await mount(<HomePage dashboard={sampleDashboard} days={30} />, { at });
      return page.text().includes("The days in the address are not used: 7, 30 or 90");
    };
    expect(await shown("/app?days=999")).toBe(true);
    for (const at of ["/app", "/app?days=90"]) expect(await shown(at)).toBe(false);
  });

  it("says of each sparkline what it shows", async () => {
    await mount(<HomePage dashboard={sampleDashboard} days={30} />);
    const labels = [...document.querySelectorAll("svg[role=img]")].map((svg) =>
      svg.getAttribute("aria-label"),
    );
    expect(labels).toContain("Redemptions a day over the last 30 days");
  });

  it("gives everything that needs attention exactly one action", async () => {
    const page = await mount(<HomePage dashboard={sampleDashboard} days={30} />);
    expect(page.button("Review case").getAttribute("href")).toMatch(/^\/app\/review\/./);
    expect(page.button("See what happened").getAttribute("href")).toBe(
      "/app/campaigns/c1/report?days=7",
    );
    expect(page.text()).toContain("30 in a quarter of an hour where 0.4 were usual");
    expect(page.button("See codes").getAttribute("href")).toBe(
      "/app/codes?campaign=c1&state=failed",
    );
    expect(page.button("Extend campaign").getAttribute("href")).toBe(
      "/app/campaigns/c1/edit#endsAt",
    );
    expect(page.button("Try again")).toBeTruthy();
    expect(page.text()).toContain("6,786 uses are left");
  });

  it("says how many cases are open beside those it shows", async () => {
    const attention = [...sampleDashboard.attention, { kind: "more_cases", count: 2 } as const];
    const page = await mount(<HomePage dashboard={{ ...sampleDashboard, attention }} days={30} />);
    expect(page.text()).toContain("2 more cases are open");
    expect(page.button("See all cases").getAttribute("href")).toBe("/app/review");
  });

  it("sets an alarm aside, and shows by whom it was with the way back", async () => {
    const { posted, verb } = takingIds();
    const [alarm] = sampleDashboard.attention.filter((item) => item.kind === "anomaly");
    const aside = { by: "Rita Reviewer", at: "2026-06-10T11:30:00Z" };
    const dashboard = { ...sampleDashboard, aside: [{ ...alarm!, id: "c1.0.1", aside }] };
    const page = await mount(<HomePage dashboard={dashboard} days={30} />, {
      others: [verb("/app/alarms/set-aside"), verb("/app/alarms/bring-back")],
    });
    await page.click(page.button("Set aside"));
    await page.settle(20);
    expect(page.text()).toContain("Set aside by Rita Reviewer");
    await page.click(page.button("Undo"));
    await page.settle(20);
    expect(posted).toEqual([
      "/app/alarms/set-aside c1.0.1781089200000",
      "/app/alarms/bring-back c1.0.1",
    ]);
  });

  it("shows a code that leaked with its orders, ends the alarm, and shows who did with the way back", async () => {
    const { posted, verb } = takingIds();
    const [leak] = sampleDashboard.attention.filter((item) => item.kind === "leak");
    const ended = { by: "Rita Reviewer", at: "2026-06-10T11:30:00Z" };
    const dashboard = { ...sampleDashboard, endedLeaks: [{ ...leak!, id: "1.VIP26", ended }] };
    const page = await mount(<HomePage dashboard={dashboard} days={30} />, {
      others: [verb("/app/leaks/end"), verb("/app/leaks/bring-back")],
    });
    expect(page.text()).toContain("VIP26_20OFF is in hands it was not meant for");
    expect(page.button("7 orders").getAttribute("href")).toBe("/app/leaks/0.VIP26_20OFF#orders");
    expect(page.button("See what to do").getAttribute("href")).toBe("/app/leaks/0.VIP26_20OFF");
    await page.click(page.button("It is no leak"));
    await page.settle(20);
    expect(page.text()).toContain(": Rita Reviewer ended the alarm");
    await page.click(page.button("Undo"));
    await page.settle(20);
    expect(posted).toEqual(["/app/leaks/end 0.VIP26_20OFF", "/app/leaks/bring-back 1.VIP26"]);
  });

  it("tries a failed sync again at its campaign's own address", async () => {
    const posted: string[] = [];
    const retry = {
      path: "/app/campaigns/c3/retry",
      action: ({ request }: { request: Request }) => {
        posted.push(`${request.method} ${new URL(request.url).pathname}`);
        return { ok: true };
      },
    };
    const page = await mount(<HomePage dashboard={sampleDashboard} days={30} />, {
      others: [retry],
    });
    await page.click(page.button("Try again"));
    await page.settle(20);
    expect(posted).toEqual(["POST /app/campaigns/c3/retry"]);
    expect(page.asked.toasts).toEqual(["Trying again. This page updates by itself."]);
  });

  it("shows running campaigns with their use, validity and revenue", async () => {
    const page = await mount(<HomePage dashboard={sampleDashboard} days={30} />);
    expect(page.text()).toContain("3,214 of 10,000 codes used");
    expect(page.text()).toContain("Ends in 7 days");
    expect(page.text()).toContain("9,998 codes can be used right now");
  });

  it("says that revenue is of all days so far, and opens the orders of all days", async () => {
    const page = await mount(<HomePage dashboard={sampleDashboard} days={30} />);
    const links = [...document.querySelectorAll("a")].filter((link) =>
      link.textContent?.endsWith(" revenue so far"),
    );
    expect(links.map((link) => link.getAttribute("href"))).toEqual(
      sampleDashboard.running.map(
        ({ id }) => `/app/insights/orders?slice=campaign%3A${id}&days=all`,
      ),
    );
    expect(page.text()).toContain("Used so far");
  });

  it("puts the range into the address", async () => {
    const page = await mount(<HomePage dashboard={sampleDashboard} days={30} />);
    await page.click(page.button("Last 90 days"));
    expect(page.router.state.location.search).toBe("?days=90");
  });

  it("says what is used right now, and each number leads to its orders", async () => {
    const page = await mount(<HomePage dashboard={sampleDashboard} days={30} />);
    expect(page.text()).toContain("12 redemptions today2 this hour · 9 by this hour yesterday");
    expect(page.button("SUMMER26_10OFF").getAttribute("href")).toBe(
      "/app/campaigns/c1/report?days=7",
    );
    expect(page.button("1,234").getAttribute("href")).toBe(
      "/app/insights/orders?slice=shop%3Aredeemed&from=2026-05-12&to=2026-06-10",
    );
  });

  it("says so when nothing needs attention", async () => {
    const calm = { ...sampleDashboard, attention: [], running: [], openCases: 0 };
    const page = await mount(<HomePage dashboard={calm} days={30} />);
    expect(page.text()).toContain("Needs attentionNothing right now.");
    expect(page.text()).toContain("No campaign is running.");
    expect(page.text()).toContain("Nothing to review");
  });
});

describe("home for a viewer", () => {
  it("offers nothing that would be refused", async () => {
    const page = await mount(<HomePage dashboard={sampleDashboard} days={30} />, {
      frame: viewerFrame,
    });
    expect(page.button("Try again").getAttribute("aria-disabled")).toBe("true");
    expect(page.button("Extend campaign").getAttribute("href")).toBeNull();
    const links = [...document.querySelectorAll("a")].map((link) => link.getAttribute("href"));
    expect(links).not.toContain("/app/review");
    expect(page.text()).toContain("For reviewers to decide");
  });
});

describe("home of a new shop", () => {
  it("shows the guide with what is done, and the next step only", async () => {
    const page = await mount(<HomePage dashboard={newShopDashboard} days={30} />);
    expect(page.text()).toContain("Setup guide1 of 4 done");
    expect(page.text()).toContain("Say what the code takes off");
    expect(page.text()).not.toContain("Use the code in your own shop’s checkout");
    expect(page.text()).toContain("Your first campaign starts here");
  });

  it("keeps the guide away once it was put away, for this shop", async () => {
    const page = await mount(<HomePage dashboard={newShopDashboard} days={30} />);
    await page.click(page.button("Put the setup guide away"));
    expect(page.text()).not.toContain("Setup guide");
    expect(localStorage.getItem("bonafide.setup.alpenglow.myshopify.com")).toBe("dismissed");
    const again = await mount(<HomePage dashboard={newShopDashboard} days={30} />);
    expect(again.text()).not.toContain("Setup guide");
    localStorage.clear();
  });

  it("can be put away where the browser denies storage to frames", async () => {
    const storage = Object.getOwnPropertyDescriptor(window, "localStorage");
    Object.defineProperty(window, "localStorage", {
      configurable: true,
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
    const page = await mount(<HomePage dashboard={newShopDashboard} days={30} />);
    await page.click(page.button("Put the setup guide away"));
    expect(page.text()).not.toContain("Setup guide");
    if (storage) Object.defineProperty(window, "localStorage", storage);
  });
});
