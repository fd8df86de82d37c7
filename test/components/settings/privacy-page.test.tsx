// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { PrivacyPage } from "#app/components/settings/privacy-page.tsx";

const at = "2026-06-10T10:00:00.000Z";

it("offers an answer when it is whole, and says for how long all of it is kept", async () => {
  const requests = [
    { id: "a", customerId: "7", at, isWhole: true },
    { id: "b", customerId: "8", at, isWhole: false },
  ];
  const accesses = [{ id: "1", at, who: "Ada", what: "customers.named" as const, people: 2 }];
  const page = await mount(<PrivacyPage privacy={{ requests, accesses }} />);
  expect(page.text()).toContain("It is deleted after 90 days");
  expect(page.text()).toContain("Each entry is kept for 2 years.");
  expect(page.text()).toContain("the file is still being put together");
  expect(page.text()).toContain("Ada looked at a page that names customers: 2 people");
  const buttons = [...document.querySelectorAll("button")].filter(({ ariaLabel, textContent }) =>
    `${ariaLabel ?? ""}${textContent}`.includes("Download"),
  );
  expect(buttons.map((button) => button.getAttribute("aria-disabled") ?? "")).toEqual(["", "true"]);
  await page.unmount();
});
