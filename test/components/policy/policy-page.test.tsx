// @vitest-environment jsdom
import { expect, it, vi } from "vitest";
import { mount } from "../support/mount.tsx";
import { PolicyPage } from "#app/components/policy/policy-page.tsx";
import { PRESETS, USUAL_POLICY } from "#app/domain/fair-use/presets.ts";

const LADDER = PRESETS.find(({ key }) => key === "ladder")!.policy;
const saved = { at: "2026-06-10T11:00:00.000Z", by: "Rita" };
const show = () =>
  mount(
    <PolicyPage
      version={2}
      policy={USUAL_POLICY}
      versions={[
        { version: 2, policy: USUAL_POLICY, ...saved },
        { version: 1, policy: LADDER, ...saved },
      ]}
    />,
  );
const rules = () => [...document.querySelectorAll("ol > li p")].map((each) => each.textContent);

it("takes an earlier version up again, to be looked at and saved", async () => {
  const page = await show();
  expect(page.text()).toContain("No rules: every case is held for review");
  await page.click(page.button("Use version 1"));
  expect(rules()).toHaveLength(LADDER.rules.length);
  expect(rules()[0]).toBe("1. When anything looks wrong, then watch.");
});

it("adds a rule with its fields open, and takes one away", async () => {
  const page = await show();
  await page.click(page.button("Add rule"));
  expect(rules()[0]).toContain("1. When anything looks wrong and the score is 90% or more");
  expect(page.button("Close rule 1")).toBeTruthy();
  await page.click(page.button("Remove rule 1"));
  expect(page.text()).toContain("No rules: every case is held for review");
});

it("says how long abuse counts only of days there may be", async () => {
  const page = await show();
  const label = [...document.querySelectorAll("label")].find(({ textContent }) =>
    textContent.startsWith("Abuse is remembered for"),
  );
  const days = document.getElementById(label?.htmlFor ?? "") as HTMLInputElement;
  expect(page.text()).toContain("Abuse counts for 365 days.");
  await page.type(days, "-1");
  expect(page.text()).not.toContain("Abuse counts");
  await page.type(days, "1");
  expect(page.text()).toContain("Abuse counts for one day.");
});

it("copies the text for shoppers, and says so where the browser denies it", async () => {
  const copied: string[] = [];
  const writeText = vi.fn((text: string) => {
    copied.push(text);
    return copied.length === 1 ? Promise.resolve() : Promise.reject(new Error("denied"));
  });
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText } });
  const page = await show();
  await page.click(page.button("Copy text"));
  await expect.poll(() => page.text(), { timeout: 20_000 }).toContain("Copied.");
  expect(copied[0]).toContain("Each of our codes says how often every customer can use it.\n\n");
  await page.click(page.button("Copy text"));
  await expect.poll(() => page.text(), { timeout: 20_000 }).toContain("select the text");
});
