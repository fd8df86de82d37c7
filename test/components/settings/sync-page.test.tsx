// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { SyncPage } from "#app/components/settings/sync-page.tsx";
import {
  sampleAdopted,
  sampleConflict,
  sampleQueue,
  sampleQueued,
} from "../support/sample-sync.ts";

it("says what waits and why, how long it takes, and what was changed in Shopify", async () => {
  const page = await mount(
    <SyncPage queue={sampleQueue} drift={[sampleConflict, sampleAdopted]} />,
  );
  expect(page.text()).toContain("1 campaign. All together at least 4 seconds.");
  expect(page.text()).toContain("Is being brought to Shopify now.");
  expect(page.text()).toContain("2,500 of 10,000 codes in Shopify");
  expect(page.text()).toContain("1,234 of 2,000 points are free, 100 come back every second.");
  expect(page.text()).toContain("SUMMER26_FREESHIP: end and who can use it differ from Shopify");
  expect(page.button("Decide").getAttribute("href")).toBe("/app/campaigns/c1#conflict");
  expect(page.text()).toContain("SUMMER26_FREESHIP: title changed in Shopify");
});

it("offers to try again what needs a person, and to stop what does not", async () => {
  const failed = {
    ...sampleQueued,
    campaign: { id: "c2", name: "AUTUMN26_10OFF" },
    reason: "failed" as const,
    error: "Shopify already has the code AUTUMN26_10OFF.",
  };
  const queue = { ...sampleQueue, entries: [failed, sampleQueued], total: 40 };
  const page = await mount(<SyncPage queue={queue} drift={[]} />);
  expect(page.text()).toContain("Needs you");
  expect(page.text()).toContain("Shopify already has the code AUTUMN26_10OFF.");
  expect(page.button("Try again")).toBeTruthy();
  expect(page.button("Stop sending")).toBeTruthy();
  expect(page.text()).toContain("38 more wait behind these.");
});

it("says so when nothing waits, and what is due by itself", async () => {
  const due = [
    {
      id: "s1",
      campaign: { id: "c1", name: "SUMMER26_FREESHIP" },
      action: "raise_cap",
      dueAt: "2026-06-11T12:00:00.000Z",
    },
  ];
  const queue = { ...sampleQueue, entries: [], total: 0, seconds: 0, due };
  const page = await mount(<SyncPage queue={queue} drift={[]} />);
  expect(page.text()).toContain("Nothing waits.");
  expect(page.text()).toContain("Nothing lately.");
  expect(page.text()).toContain("tomorrow");
  await page.unmount();
});
