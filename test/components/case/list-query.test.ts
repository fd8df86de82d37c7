import { expect, test } from "vitest";

import { caseSearch, isNarrowed, readCaseQuery } from "#app/components/case/list-query.ts";

test.each([
  ["", false],
  ["?tab=decided", false],
  ["?tab=watching&sort=stake&index=", false],
  ["?q=zzzz", true],
  ["?tab=decided&q=zzzz", true],
  ["?assignee=me", true],
  ["?tab=all&due=over", true],
])("%s asks for less than all cases of a tab: %s", (search, isLess) => {
  expect(isNarrowed(caseSearch(search))).toBe(isLess);
});

test.each([
  ["assignee=yy&campaign=qq", "", ""],
  ["assignee=nobody", "nobody", ""],
  [
    "assignee=5&campaign=11111111-2222-4333-8444-555555555555",
    "5",
    "11111111-2222-4333-8444-555555555555",
  ],
])("%s filters by what can be filtered by", (query, assignee, campaignId) => {
  const read = readCaseQuery(new URL(`http://app/app/review?${query}`));
  expect(read).toMatchObject({ assignee, campaignId });
});
