import { expect, test } from "vitest";

import { usedShare } from "#app/domain/campaign/used-share.ts";
import { campaignStatus, type Wanted } from "#app/domain/campaign/status.ts";

const NOW = new Date("2026-06-01T12:00:00Z");
const [before, after] = [new Date("2026-06-01T11:59:59Z"), new Date("2026-06-01T12:00:01Z")];

test.each<[string, Wanted, Date, Date | null, number | null, number, string]>([
  ["runs", "on", before, null, null, 0, "active"],
  ["starts this very moment", "on", NOW, null, null, 0, "active"],
  ["starts later", "on", after, null, null, 0, "scheduled"],
  ["ends later", "on", before, after, null, 0, "active"],
  ["ends this very moment", "on", before, NOW, null, 0, "expired"],
  ["has uses left", "on", before, null, 3, 2, "active"],
  ["has no uses left", "on", before, null, 3, 3, "used_up"],
  ["overshot its cap", "on", before, null, 3, 4, "used_up"],
  ["is paused", "paused", before, null, null, 0, "paused"],
  ["is paused before its start", "paused", after, null, null, 0, "paused"],
  ["is paused and used up", "paused", before, null, 1, 1, "paused"],
  ["expired while it was paused", "paused", before, NOW, null, 0, "expired"],
  ["expired and was used up", "on", before, NOW, 1, 1, "expired"],
  ["was ended before its start", "ended", after, null, null, 0, "ended"],
  ["was ended and would have expired", "ended", before, before, null, 0, "ended"],
])("a campaign that %s", (_, wanted, startsAt, endsAt, totalCap, uses, status) => {
  expect(campaignStatus({ wanted, startsAt, endsAt, totalCap }, uses, NOW)).toBe(status);
});

test.each([
  [
    "a batch, by the codes made",
    { codeKind: "unique", codeCount: 200, usesPerCode: null, totalCap: null },
    { base: 200, of: "codes made" },
  ],
  [
    "a list of codes that work once, by the codes",
    { codeKind: "list", codeCount: 30, usesPerCode: 1, totalCap: null },
    { base: 30, of: "codes made" },
  ],
  [
    "a list of codes that work often, by nothing",
    { codeKind: "list", codeCount: 30, usesPerCode: null, totalCap: null },
    null,
  ],
  [
    "a public code with a cap, by the cap",
    { codeKind: "public", codeCount: 1, usesPerCode: null, totalCap: 50 },
    { base: 50, of: "total cap" },
  ],
  [
    "a public code without a cap, by nothing",
    { codeKind: "public", codeCount: 1, usesPerCode: null, totalCap: null },
    null,
  ],
])("how much of %s is used", (_, campaign, share) => {
  expect(usedShare({ ...campaign, uses: 7 })).toEqual(share && { used: 7, ...share });
});
