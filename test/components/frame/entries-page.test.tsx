// @vitest-environment jsdom
import { expect, test } from "vitest";
import { mount } from "../support/mount.tsx";
import { viewerFrame } from "../support/sample.ts";
import { GroupsPage } from "#app/components/guard/groups-page.tsx";

const groups = [{ number: 1, name: "Welcome", members: [], countedBy: [] }];

test.each([
  ["whoever may not change an entry cannot open it, nor delete it", viewerFrame, "true"],
  ["whoever may can do both", {}, null],
])("%s", async (_, frame, disabled) => {
  const page = await mount(<GroupsPage groups={groups} />, { frame });
  for (const label of ["Rename Welcome", "Delete Welcome"])
    expect(page.find(`[aria-label="${label}"]`).getAttribute("aria-disabled")).toBe(disabled);
});
