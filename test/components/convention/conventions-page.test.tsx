// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { ConventionsPage } from "#app/components/convention/conventions-page.tsx";
import { viewerFrame } from "../support/sample.ts";
import { someConvention } from "./sample.ts";

it("each is shown with a name that follows it, and who was named by which version", async () => {
  const page = await mount(<ConventionsPage conventions={[someConvention]} />);
  expect(page.text()).toContain("Pattern{season}{yy}_{offer}ExampleSUMMER26_FREESHIP");
  expect(page.text()).toContain("Version 3: none yet · version 1: 1,204 campaigns");
  expect(page.button("Edit Seasonal offers").getAttribute("href")).toBe(
    "/app/settings/conventions/n1",
  );
  expect(
    page.button("See what it takes to bring older names up to date").getAttribute("href"),
  ).toBe("/app/settings/conventions/n1/renames");
});

it("one whose campaigns all follow the newest has nothing to bring up to date", async () => {
  const versions = someConvention.versions.slice(0, 1);
  const page = await mount(<ConventionsPage conventions={[{ ...someConvention, versions }]} />);
  expect(page.text()).not.toContain("up to date");
});

it("a retired one can be brought back, and not retired again", async () => {
  const retired = { ...someConvention, isActive: false };
  const page = await mount(<ConventionsPage conventions={[retired]} />);
  expect(page.text()).toContain("Retired");
  expect(page.button("Bring back Seasonal offers")).toBeTruthy();
  expect(() => page.button("Retire Seasonal offers")).toThrow();
});

it("retiring is done at once; a refusal stays beside the button", async () => {
  const refusal = { refusal: { kind: "conflict", message: "Retired already." }, problems: [] };
  const retire = {
    path: "/app/settings/conventions/n1/retire",
    action: () => Response.json(refusal, { status: 409 }),
  };
  const page = await mount(<ConventionsPage conventions={[someConvention]} />, {
    others: [retire],
  });
  await page.click(page.button("Retire Seasonal offers"));
  await page.settle(20);
  expect(page.text()).toContain("Retired already.");
});

it("without any, offers one to start with and the wizard", async () => {
  const page = await mount(<ConventionsPage conventions={[]} />);
  expect(page.text()).toContain("Start with {season}{yy}_{offer}");
  expect(page.button("Learn from your codes").getAttribute("href")).toBe(
    "/app/settings/conventions/learn",
  );
});

it("a viewer may look only", async () => {
  const page = await mount(<ConventionsPage conventions={[someConvention]} />, {
    frame: viewerFrame,
  });
  expect(page.button("Edit Seasonal offers").hasAttribute("href")).toBe(false);
});
