import { expect, test } from "vitest";

import { hasEnded, STOPPED, timeThere } from "#app/domain/discount/terms.ts";

const NOW = new Date("2026-06-15T12:00:00Z");
const [BEFORE, AFTER] = ["2026-06-15T11:59:00.000Z", "2026-06-15T12:01:00.000Z"];

test.each([
  ["goes on, by both clocks", "ACTIVE", AFTER, NOW.toISOString(), false],
  ["is over, by both clocks", "EXPIRED", BEFORE, NOW.toISOString(), true],
  ["is over at this moment", "EXPIRED", NOW.toISOString(), NOW.toISOString(), true],
  ["was ended just now, by a clock ahead of ours", "EXPIRED", AFTER, AFTER, true],
  ["goes on, by a clock behind ours", "ACTIVE", BEFORE, "2026-06-15T11:58:59.999Z", false],
  ["is yet to start", "scheduled", AFTER, NOW.toISOString(), false],
  ["has no end", "ACTIVE", null, NOW.toISOString(), false],
  ["is stopped here", "EXPIRED", STOPPED, NOW.toISOString(), true],
])("a discount that %s", (_, status, endsAt, there, ended) => {
  const at = timeThere({ status, endsAt }, NOW);
  expect(at.toISOString()).toBe(there);
  expect(hasEnded({ endsAt }, at)).toBe(ended);
});
