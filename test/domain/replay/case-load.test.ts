import { expect, test } from "vitest";

import { caseLoad, type FlaggedRing, type FlaggedUse } from "#app/domain/replay/case-load.ts";

const use = (day: string, personId = "1"): FlaggedUse => ({
  ...{ orderId: `${personId}-${day}`, codeKey: "X", personId, campaignId: "c", day },
  ...{ placedAt: `${day}T08:00:00.000Z`, flagged: { now: true, first: true, second: null } },
});
const ring = (uses: FlaggedUse[], ...decided: string[]): FlaggedRing => ({
  ...{ uses, decisions: decided.map((at) => ({ at, decision: "fine" as const })) },
});

test.each<[string, FlaggedRing[], number, string | null]>([
  ["nothing makes none", [], 0, null],
  [
    "a ring of several people makes one, on its first day",
    [ring([use("2026-05-02"), use("2026-05-01", "2")])],
    1,
    "2026-05-01",
  ],
  [
    "what comes after a decision makes another",
    [ring([use("2026-05-01"), use("2026-05-03")], "2026-05-02T08:00:00.000Z")],
    2,
    "2026-05-01",
  ],
  [
    "what was decided later is still one",
    [ring([use("2026-05-01"), use("2026-05-03")], "2026-05-04T08:00:00.000Z")],
    1,
    "2026-05-01",
  ],
  [
    "the day that brought most is told",
    [ring([use("2026-05-01")]), ring([use("2026-05-02")]), ring([use("2026-05-02", "3")])],
    3,
    "2026-05-02",
  ],
])("%s", (_, rings, cases, day) => {
  const load = caseLoad(rings, ({ flagged }) => flagged.now);
  expect([load.cases, load.busiest?.day ?? null]).toEqual([cases, day]);
  expect(caseLoad(rings, ({ flagged }) => flagged.second)).toEqual({ cases: 0, busiest: null });
});
