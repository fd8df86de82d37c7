// @vitest-environment jsdom
import { expect, it, onTestFinished, vi } from "vitest";
import { mount } from "../support/mount.tsx";
import { onePage } from "../support/sample.ts";
import { PrivacyPage } from "#app/components/settings/privacy-page.tsx";
import type { DataRequest, PersonalAccess } from "#app/domain/insight/privacy.ts";

const at = "2026-06-10T10:00:00.000Z";
const request: DataRequest = {
  ...{ id: "a", customerId: "7", at, isWhole: true },
  ...{ dueAt: "2026-07-10T10:00:00.000Z", takenAt: null },
};
const access: PersonalAccess = {
  ...{ id: "1", at, who: "Ada", what: "customers.named", people: 2, found: null },
};

it("offers an answer when it is whole, and says for how long all of it is kept", async () => {
  const requests = onePage(
    { ...request, id: "a" },
    { ...request, id: "b", isWhole: false, takenAt: at },
  );
  const accesses = onePage(access);
  const page = await mount(<PrivacyPage privacy={{ requests, accesses }} />);
  expect(page.text()).toContain("It is deleted after 90 days");
  expect(page.text()).toContain("Each entry is kept for 2 years.");
  expect(page.text()).toContain("the file is still being put together");
  expect(page.text()).toContain("Customer requests (2)");
  expect(page.text()).toContain("Asked 2 hours ago, due by Jul 10, 2026");
  expect(page.text()).toContain("file taken 2 hours ago");
  expect(page.text()).toContain("Ada looked at a page that names customers: 2 people2 hours ago");
  const buttons = [...document.querySelectorAll("button")].filter(({ ariaLabel, textContent }) =>
    `${ariaLabel ?? ""}${textContent}`.includes("Download"),
  );
  expect(buttons.map((button) => button.getAttribute("aria-disabled") ?? "")).toEqual(["", "true"]);
  await page.unmount();
});

it("is at the refusal when there is no file", async () => {
  const requests = onePage(request);
  const page = await mount(<PrivacyPage privacy={{ requests, accesses: onePage() }} />);
  const refusal = { kind: "not_found", message: "The file was deleted." };
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ refusal }, { status: 404 })));
  onTestFinished(() => void vi.unstubAllGlobals());
  await page.click(page.button("Download Customer 7"));
  await expect
    .poll(() => document.activeElement?.textContent, { timeout: 20_000 })
    .toContain("The file was deleted.");
});

it("turns the pages of one list, and the other stays where it is", async () => {
  const requests = { ...onePage({ ...request, id: "a" }), next: "later" };
  const accesses = { ...onePage(access), next: "older" };
  const page = await mount(<PrivacyPage privacy={{ requests, accesses }} />, {
    at: "/app/settings/privacy?accesses=here",
  });
  await page.click(page.button("Earlier requests"));
  expect(document.activeElement?.textContent).toBe("Customer requests (1)");
  expect(page.router.state.location.search).toBe("?accesses=here&requests=later");
  await page.click(page.button("Earlier entries"));
  expect(page.router.state.location.search).toBe("?accesses=older&requests=later");
  expect(document.activeElement?.textContent).toBe("Who saw personal data");
});

it("breaks the longest name, and counts whoever was shown", async () => {
  const who = "Wolfeschlegelsteinhausenbergerdorff".repeat(4);
  const many = { ...access, id: "2", who, what: "customers.searched" as const, people: 1_200 };
  const one = {
    ...access,
    id: "3",
    what: "case.viewed" as const,
    people: 1,
    found: { id: "k", number: 12 },
  };
  const accesses = onePage(access, many, one);
  const page = await mount(<PrivacyPage privacy={{ requests: onePage(), accesses }} />);
  const said = [...document.querySelectorAll("li p:first-child")];
  expect(said.map(({ textContent }) => textContent)).toEqual([
    "Ada looked at a page that names customers: 2 people",
    `${who} looked customers up by name or address: 1,200 people`,
    "Ada looked at a case, with the customers’ names shortened: 1 person, case 12",
  ]);
  expect(said.every(({ className }) => className.includes("break"))).toBe(true);
  expect(page.text()).not.toContain("Latest first");
});

it("goes on to who saw personal data before", async () => {
  const accesses = { ...onePage(access), total: 60, next: "older" };
  const page = await mount(<PrivacyPage privacy={{ requests: onePage(), accesses }} />);
  await page.click(page.button("Earlier entries"));
  expect(page.router.state.location.search).toBe("?accesses=older");
});

it("says so when nobody did", async () => {
  const page = await mount(<PrivacyPage privacy={{ requests: onePage(), accesses: onePage() }} />);
  expect(page.text()).toContain("Nobody yet. Each entry is kept for 2 years.");
});
