// @vitest-environment jsdom
import { expect, test } from "vitest";
import { mount } from "../support/mount.tsx";
import { viewerFrame } from "../support/sample.ts";
import { GroupsPage } from "#app/components/guard/groups-page.tsx";
import { SeasonsPage } from "#app/components/guard/seasons-page.tsx";

const group = { number: 1, name: "Welcome", members: [], countedBy: [] };
const season = { key: "bf", name: "Black Friday", first: "2026-11-27", last: "2026-11-30" };
const seasons = [
  { ...season, yearly: true, next: { first: season.first, last: season.last }, usedBy: [] },
];

test.each([
  ["whoever may not change an entry cannot open it, nor delete it", viewerFrame, "true"],
  ["whoever may can do both", {}, null],
])("%s", async (_, frame, disabled) => {
  const page = await mount(<GroupsPage groups={[group]} />, { frame });
  for (const label of ["Rename Welcome", "Delete Welcome"])
    expect(page.find(`[aria-label="${label}"]`).getAttribute("aria-disabled")).toBe(disabled);
});

test.each([
  ["group", <GroupsPage groups={[group]} />, "Welcome", { number: "1" }],
  ["season", <SeasonsPage seasons={seasons} />, "Black Friday", { key: "bf" }],
])("deleting a %s is asked first, and says what it does", async (what, element, name, sent) => {
  const posted: unknown[] = [];
  const action = async ({ request }: { request: Request }) => {
    posted.push(Object.fromEntries(await request.formData()));
    return { ok: true };
  };
  const others = [{ path: `/app/settings/${what}s/delete`, action }];
  const page = await mount(element, { others });
  await page.click(page.button(`Delete ${name}`));
  expect(page.text()).toContain(`Delete ${name}?`);
  expect(page.text()).toContain("nothing changes at checkout");
  await page.click(page.button("Keep it"));
  expect(posted).toEqual([]);
  await page.click(page.button(`Delete ${name}`));
  await page.click(page.button(`Delete ${what}`));
  await expect.poll(() => posted).toEqual([sent]);
});

test("what is in use says why it cannot be deleted, and names a few of many campaigns", async () => {
  const members = Array.from({ length: 1_207 }, (_, at) => `SPRING26_${at}`);
  const page = await mount(<GroupsPage groups={[{ ...group, members }]} />);
  const button = page.find('[aria-label="Delete Welcome"]');
  expect(button.getAttribute("aria-disabled")).toBe("true");
  const why = document.getElementById(button.getAttribute("aria-describedby") ?? "");
  expect(why?.textContent).toBe("To delete it, take its campaigns out or end them first.");
  expect(page.text()).toContain("SPRING26_4 and 1,202 more");
  expect(page.text()).not.toContain("SPRING26_5");
});
