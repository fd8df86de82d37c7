// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { IssuedPage } from "#app/components/issuance/issued-page.tsx";
import type { IssuedSummary } from "#app/domain/issuance/summary.ts";

const issued: IssuedSummary = {
  campaign: { id: "c1", name: "SUMMER26_10OFF", issuedOnly: false },
  people: 1_000,
  known: null,
  redeemers: 120,
  channels: [
    {
      ...{ channel: "newsletter", people: 900, redeemers: 117 },
      ...{ first: "2026-06-01T07:00:00.000Z", last: "2026-06-09T07:00:00.000Z" },
    },
  ],
};

it("never shows a share without its base", async () => {
  const page = await mount(<IssuedPage issued={issued} />);
  expect(page.text()).toContain("1,000 people");
  expect(page.text()).toContain("120 redeemed it: 12% of 1,000.");
  const cells = [...document.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].slice(0, 3).map(({ textContent }) => textContent),
  );
  expect(cells).toEqual([["newsletter", "900", "117 (13%)"]]);
  expect(page.button("900").getAttribute("href")).toBe(
    "/app/insights/people?of=issued&slice=campaign%3Ac1&from=2026-05-31&to=2026-06-10&channel=newsletter",
  );
});

it("says of a campaign only for these people what becomes of others", async () => {
  const campaign = { ...issued.campaign, issuedOnly: true };
  const page = await mount(<IssuedPage issued={{ ...issued, campaign, known: 850 }} />);
  expect(page.text()).toContain("Checkout knows 850 of 1,000.");
  expect(page.text()).toContain("Checkout refuses everybody else and asks guests to sign in");
});

it("warns where it was issued to nobody", async () => {
  const campaign = { ...issued.campaign, issuedOnly: true };
  const nobody = { campaign, people: 0, known: 0, redeemers: 0, channels: [] };
  const page = await mount(<IssuedPage issued={nobody} />);
  expect(page.text()).toContain("checkout refuses everybody");
  expect(page.text()).toContain("Nobody is recorded yet");
});
