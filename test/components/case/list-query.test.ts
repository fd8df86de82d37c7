import { expect, test } from "vitest";

import { caseSearch, isNarrowed } from "#app/components/case/list-query.ts";

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
