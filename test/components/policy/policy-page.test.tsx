// @vitest-environment jsdom
import { expect, it, vi } from "vitest";
import { mount, type Options } from "../support/mount.tsx";
import { PolicyPage } from "#app/components/policy/policy-page.tsx";
import type { PolicyOfShop } from "#app/domain/fair-use/summary.ts";
import { PRESETS, USUAL_POLICY } from "#app/domain/fair-use/presets.ts";

const LADDER = PRESETS.find(({ key }) => key === "ladder")!.policy;
const saved = { at: "2026-06-10T11:00:00.000Z", by: "Rita" };
const show = (change: Partial<PolicyOfShop> = {}, options: Options = {}) =>
  mount(
    <PolicyPage
      version={2}
      policy={USUAL_POLICY}
      highestScore={1}
      versions={[
        { version: 2, policy: USUAL_POLICY, ...saved },
        { version: 1, policy: LADDER, ...saved },
      ]}
      {...change}
    />,
    options,
  );
const rules = () => [...document.querySelectorAll("ol > li p")].map((each) => each.textContent);

const field = (name: string) => {
  const labels = [...document.querySelectorAll("label")];
  const label = labels.find(({ textContent }) => textContent.startsWith(name));
  return document.getElementById(label?.htmlFor ?? "") as HTMLInputElement;
};

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
  const days = field("Abuse is remembered for");
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

it("has no text to copy, nor a sentence, for what is not filled in", async () => {
  const page = await show({ policy: LADDER });
  const canCopy = () => page.button("Copy text").getAttribute("aria-disabled") !== "true";
  expect(page.text()).toContain("After 365 days we start");
  await page.click(page.button("Edit rule 2"));
  await page.type(field("Days"), "");
  expect(rules()[1]).toBe("2. Not a rule yet: mend what is wrong in its fields.");
  expect(page.text()).not.toContain("NaN");
  expect(canCopy()).toBe(false);
  await page.type(field("Days"), "1");
  expect(rules()[1]).toContain("for one day.");
  expect(canCopy()).toBe(true);
  await page.type(field("Abuse is remembered for"), "");
  expect(page.text()).not.toContain("NaN");
  expect(canCopy()).toBe(false);
});

it("shows a score as it was typed, and says nothing of one there cannot be", async () => {
  const page = await show();
  await page.click(page.button("Add rule"));
  await page.type(field("Score at least"), "89.5");
  expect(field("Score at least").value).toBe("89.5");
  expect(rules()[0]).toContain("the score is 89.5% or more");
  for (const typed of ["890", "", "8x"]) {
    await page.type(field("Score at least"), typed);
    expect(rules()[0]).toBe("1. Not a rule yet: mend what is wrong in its fields.");
  }
  await page.click(page.button("Use version 1"));
  await page.click(page.button("Edit rule 4"));
  expect(field("Score at least").value).toBe("90");
});

it("says which rules ask for more than any score is in the shop", async () => {
  const page = await show({ policy: LADDER, highestScore: 0.888 });
  expect(page.text().match(/The highest score in your shop is 88.8%/g)).toHaveLength(2);
  expect((await show({ policy: LADDER })).text()).not.toContain("The highest score");
});

it("is at the first field that was refused", async () => {
  const message = "Enter a whole number from 1 to 1,000.";
  const problems = [{ field: "rules.1.minOrders", message }];
  const answer = { refusal: { kind: "invalid", message }, problems };
  const others = [{ path: "/app/settings/policies", action: () => answer }];
  const page = await show({ policy: LADDER }, { others });
  await page.click(page.button("Edit rule 2"));
  await page.type(field("Flagged orders at least"), "0");
  await page.click(page.button("Save"));
  await expect.poll(() => page.text(), { timeout: 20_000 }).toContain(message);
  expect(document.activeElement).toBe(field("Flagged orders at least"));
});
