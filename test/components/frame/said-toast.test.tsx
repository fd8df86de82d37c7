// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { AdminNav } from "#app/components/frame/admin-nav.tsx";
import { SaidToast, saying } from "#app/components/frame/said-toast.tsx";
import { viewerFrame } from "../support/sample.ts";

it("confirms once what was done, and cleans the address", async () => {
  const page = await mount(<SaidToast />, { at: `${saying("/app", "campaign-changed")}&days=7` });
  expect(page.asked.toasts).toEqual(["Changes saved"]);
  expect(page.router.state.location.search).toBe("?days=7");
});

it("says nothing that was written into the address by hand", async () => {
  for (const said of ["Send+me+your+password", "toString", "__proto__"]) {
    const page = await mount(<SaidToast />, { at: `/app?said=${said}` });
    expect(page.asked.toasts).toEqual([]);
  }
});

it("the menu has at most seven entries, and no review for who may not see it", async () => {
  const links = () => [...document.querySelectorAll("ui-nav-menu a")].map((a) => a.textContent);
  await mount(<AdminNav />);
  expect(links()).toEqual(["Home", "Campaigns", "Codes", "Insights", "Review", "Settings"]);
  await mount(<AdminNav />, { frame: viewerFrame });
  expect(links()).toEqual(["Home", "Campaigns", "Codes", "Insights", "Settings"]);
});
