// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { PeoplePage } from "#app/components/insight/people-page.tsx";
import type { PeopleLines } from "#app/domain/insight/people-line.ts";

const order = { id: "1", name: "#1", at: "2026-06-01T10:00:00.000Z" };
const answer: PeopleLines = {
  ...{ of: "again", slice: "shop:coded", label: "All orders with a code", within: 30, channel: "" },
  ...{ range: { from: "2026-05-12", to: "2026-06-10" }, next: null },
  count: { all: 36, did: 14 },
  lines: [{ id: "1", order, issued: null, next: null }],
};

it.each([
  ["again", { all: 36, did: 14 }, "36 people, 14 ordered again"],
  ["issued", { all: 1, did: 0 }, "1 person, 0 redeemed"],
  ["new", { all: 1_200, did: null }, "1,200 orders"],
  ["returning", { all: 1, did: null }, "1 order"],
  ["unknown", { all: 2, did: null }, "2 orders"],
] as const)("of %s says above the list how many there are: %j", async (of, count, words) => {
  await mount(<PeoplePage answer={{ ...answer, of, count }} />);
  expect(document.querySelector("h2")?.textContent).toBe(words);
});

it("goes on to the next page, and says when there is nobody", async () => {
  const page = await mount(<PeoplePage answer={{ ...answer, next: "1-1" }} />);
  await page.click(page.button("Earlier orders"));
  expect(page.router.state.location.search).toBe("?cursor=1-1");
  const none = { ...answer, lines: [], count: { all: 0, did: 0 } };
  expect((await mount(<PeoplePage answer={none} />)).text()).toContain("Nobody in these days.");
});
