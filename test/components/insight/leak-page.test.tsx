// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { LeakPage } from "#app/components/insight/leak-page.tsx";
import { LeaksCard } from "#app/components/insight/leaks-card.tsx";
import type { Leak, LeakDetail } from "#app/domain/insight/leak.ts";

const leak: Leak = {
  ...{ id: "0.VIP 26%", code: "VIP 26%", orders: 1_000, hasMore: true, ended: null },
  campaign: { id: "c4", name: "VIP26_20OFF", isOn: true, kind: "public", isPrivate: false },
  ...{ codeId: "77", isInUse: true, isLeaving: false },
  ...{ since: "2026-06-10T08:00:00.000Z", rangAt: "2026-06-10T10:00:00.000Z" },
};
const at = "2026-06-10T10:00:00.000Z";
const line = {
  ...{ order: { id: "5001", name: "#5001" }, at, couponSite: null },
  ...{ discountMinor: 2_000, currency: "EUR" },
};
const detail: LeakDetail = { leak, sites: [], lines: [line], next: "1-5001" };
const ended: Leak = {
  ...leak,
  id: "1.VIP 26%",
  ended: { by: "Rita Reviewer", at: "2026-06-10T11:00:00.000Z" },
};

function verbs() {
  const posted: string[] = [];
  const verb = (path: string) => ({
    path,
    action: async ({ request }: { request: Request }) => {
      posted.push(`${path} ${((await request.formData()).get("id") as string | null) ?? ""}`);
      return { ok: true };
    },
  });
  const paths = ["/app/leaks/end", "/app/leaks/bring-back", "/app/campaigns/c4/pause"];
  return { posted, others: paths.map(verb) };
}

it("says what it rests on, lists its orders, and leads to what can be done", async () => {
  const { posted, others } = verbs();
  const page = await mount(<LeakPage detail={detail} />, { at: "/app/leaks/x", others });
  const own = "/app/leaks/0.VIP%2026%25#orders";
  expect(page.button("Over 1,000 orders").getAttribute("href")).toBe(own);
  expect(page.button("#5001").getAttribute("href")).toBe("shopify://admin/orders/5001");
  expect(page.text()).toContain("€20.00");
  const copy = "/app/campaigns/new?from=c4";
  expect(page.text()).toContain("about three such orders in a row make it ring");
  expect(page.button("Make personal codes").getAttribute("href")).toBe(copy);
  await page.click(page.button("Pause campaign"));
  await page.click(page.button("End the alarm"));
  await page.settle(20);
  expect(posted).toEqual(["/app/campaigns/c4/pause ", "/app/leaks/end 0.VIP 26%"]);
  await page.click(page.button("Earlier orders"));
  expect(page.router.state.location.search).toBe("?cursor=1-5001");
});

it("of a private code says by which sites they came, and speaks of no list", async () => {
  const campaign = { ...leak.campaign, isPrivate: true };
  const sites = [
    { site: "hotukdeals.com", orders: 990 },
    { site: "coupons.de", orders: 10 },
  ];
  const lines = [{ ...line, couponSite: "coupons.de" }];
  const page = await mount(
    <LeakPage detail={{ ...detail, sites, lines, leak: { ...leak, campaign } }} />,
  );
  expect(page.text()).toContain("Over 1,000 orders by way of coupon sites, the earliest of them");
  expect(page.text()).toContain(
    "Of the latest 1,000: by way of hotukdeals.com (990) and coupons.de (10).",
  );
  expect(page.text()).toContain("about four such orders in a row make it ring");
  expect(page.find("td[data-label='Came from']").textContent).toBe("coupons.de");
  expect(page.button("Edit campaign").getAttribute("href")).toBe("/app/campaigns/c4/edit");
  expect(page.text()).not.toMatch(/issued|flagged/);
});

it("names a private code's sites, and says that there are others", async () => {
  const campaign = { ...leak.campaign, isPrivate: true };
  const few = { ...leak, campaign, orders: 20, hasMore: false };
  const sites = [
    { site: "a.com", orders: 12 },
    { site: "b.com", orders: 3 },
    { site: "c.com", orders: 1 },
  ];
  const page = await mount(<LeakPage detail={{ ...detail, leak: few, sites }} />);
  expect(page.text()).toContain("By way of a.com (12), b.com (3), c.com (1) and others. Sites");
  await page.unmount();
  const all = await mount(<LeakPage detail={{ ...detail, leak: { ...few, orders: 16 }, sites }} />);
  expect(all.text()).toContain("By way of a.com (12), b.com (3) and c.com (1). Sites like these");
});

it("of a private code without an order that is left says why", async () => {
  const campaign = { ...leak.campaign, isPrivate: true };
  const gone = { ...leak, campaign, orders: 0, hasMore: false };
  const page = await mount(<LeakPage detail={{ ...detail, leak: gone, lines: [], next: null }} />);
  expect(page.text()).toContain("0 orders by way of coupon sites. It rang");
  expect(page.text()).toContain("None is left: what was known of them was erased.");
  expect(page.text()).not.toMatch(/earliest|By way of/);
});

it("of a public code offers another in its place, and of one out of use nothing but to end", async () => {
  const page = await mount(<LeakPage detail={detail} />);
  await page.click(page.button("Replace code"));
  expect(document.body.textContent).toContain("Replace code VIP 26%");
  await page.click(page.button("Keep as it is"));
  await page.settle(20);
  expect(document.activeElement).toBe(page.button("Replace code"));
  await page.unmount();
  const over = await mount(<LeakPage detail={{ ...detail, leak: { ...leak, isInUse: false } }} />);
  expect(over.text()).toContain("VIP 26% is out of use: nobody can order with it any more.");
  expect(over.text()).not.toMatch(/Replace code|Pause campaign|Make personal codes/);
  expect(over.text()).toContain("It is dealt with");
  expect(over.text()).not.toContain("It is no leak");
  expect(over.button("End the alarm")).toBeTruthy();
});

it("of a code that is being replaced says when it leaves, and offers no other", async () => {
  const leaving = { ...leak, isLeaving: true };
  const page = await mount(<LeakPage detail={{ ...detail, leak: leaving }} />);
  expect(page.text()).toContain("VIP 26% leaves once its replacement is in Shopify.");
  expect(page.button("See the codes").getAttribute("href")).toBe("/app/codes?campaign=c4");
  expect(page.text()).not.toContain("Replace code");
  expect(page.text()).toContain("Pause campaign");
});

it("of a personal code leads to that code, and pauses nothing that does not run", async () => {
  const campaign = { ...leak.campaign, isOn: false, kind: "unique" as const };
  const page = await mount(<LeakPage detail={{ ...detail, leak: { ...leak, campaign } }} />);
  const code = "/app/codes?campaign=c4&q=VIP+26%25";
  expect(page.button("See the code").getAttribute("href")).toBe(code);
  expect(page.text()).toContain("VIP26_20OFF is not running");
  expect(page.text()).not.toContain("Pause campaign");
});

it("says who ended it, and takes that back", async () => {
  const { posted, others } = verbs();
  const page = await mount(<LeakPage detail={{ ...detail, leak: ended }} />, { others });
  expect(page.text()).toContain("Rita Reviewer ended the alarm");
  expect(page.text()).not.toContain("no leak");
  expect(page.text()).not.toContain("Pause campaign");
  await page.click(page.button("Undo"));
  await page.settle(20);
  expect(posted).toEqual(["/app/leaks/bring-back 1.VIP 26%"]);
});

it("in a report each alarm leads to its page, and there is no card without one", async () => {
  const page = await mount(<LeaksCard leaks={[leak, ended]} />);
  expect(page.button("VIP 26%").getAttribute("href")).toBe("/app/leaks/0.VIP%2026%25");
  expect(page.text()).toContain("Rita Reviewer ended the alarm");
  expect((await mount(<LeaksCard leaks={[]} />)).text()).toBe("");
});
