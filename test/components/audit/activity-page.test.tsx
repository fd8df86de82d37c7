// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { ActivityPage } from "#app/components/audit/activity-page.tsx";
import { changeLines, describeEntry } from "#app/components/audit/describe-entry.ts";
import { STEP_LABELS } from "#app/domain/fair-use/policy.ts";
import { onePage, sampleEntry } from "../support/sample.ts";

describe("the activity log", () => {
  it("says who did what, and opens what it changed", async () => {
    const page = await mount(<ActivityPage page={onePage(sampleEntry)} />);
    expect(page.text()).toContain("Mara Keller changed the campaign: SUMMER26_FREESHIP1 hour ago");
    const opener = page.button("What changed");
    expect(opener.getAttribute("aria-expanded")).toBe("false");
    await page.click(opener);
    expect(page.text()).toContain("per customer1 → 2");
    expect(page.text()).not.toContain("total cap");
  });

  it("empty, says what will appear", async () => {
    const page = await mount(<ActivityPage page={onePage()} />);
    expect(page.text()).toContain("Nothing yet");
  });

  it("pages by cursor", async () => {
    const page = await mount(<ActivityPage page={{ ...onePage(sampleEntry), next: "older" }} />);
    await page.click(page.button("Next"));
    expect(page.router.state.location.search).toBe("?cursor=older");
  });
});

it("changes are told in words, and only those that are some", () => {
  const before = { totalCap: null, frees: { cancel: true }, sendsMail: false, same: 1 };
  const after = { totalCap: 500, frees: { cancel: false }, sendsMail: true, same: 1 };
  const action = "campaign.changed";
  expect(changeLines({ action, before, after })).toEqual([
    { field: "total cap", before: "–", after: "500" },
    { field: "frees cancel", before: "yes", after: "no" },
    { field: "sends mail", before: "no", after: "yes" },
  ]);
  expect(changeLines({ action, before: null, after: null })).toEqual([]);
});

it("what was decided on a case is told in the words of its page", () => {
  const after = { decision: "abuse", reason: "Seen before", people: "together", effects: 3 };
  expect(changeLines({ action: "case.decided", before: null, after })).toEqual([
    { field: "decision", before: "–", after: "Abuse" },
    { field: "reason", before: "–", after: "Seen before" },
    { field: "who they are", before: "–", after: "One person" },
    { field: "things done for it", before: "–", after: "3" },
  ]);
  const step = { step: "sign_in", people: 2 };
  expect(changeLines({ action: "case.policy_applied", before: null, after: step })).toEqual([
    { field: "step", before: "–", after: STEP_LABELS.sign_in },
    { field: "accounts", before: "–", after: "2" },
  ]);
});

it("leaves the subject out where the page is about it", () => {
  expect(describeEntry(sampleEntry, true)).toBe("Mara Keller changed the campaign");
});

it("says nobody's name twice, and nobody's at all where nobody did it", () => {
  const joined = {
    ...sampleEntry,
    action: "staff.joined" as const,
    subject: { kind: "staff" as const, id: "7", name: "Mara Keller" },
  };
  expect(describeEntry(joined, false)).toBe("Mara Keller opened Bonafide for the first time");
  const installed = {
    ...sampleEntry,
    action: "shop.installed" as const,
    actor: { kind: "system" as const, name: "Bonafide" },
    subject: { kind: "shop" as const, id: "1", name: "Alpenglow" },
  };
  expect(describeEntry(installed, false)).toBe("Bonafide was installed");
});
