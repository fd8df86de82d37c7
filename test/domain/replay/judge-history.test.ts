import fc from "fast-check";
import { expect, test } from "vitest";

import type { CampaignLimit } from "#app/domain/campaign/limit.ts";
import { findOvershoots, type PlacedUse } from "#app/domain/flag/overshoot.ts";
import { spendLimit } from "#app/domain/policy/limit.ts";
import { refusedUses, useKey } from "#app/domain/replay/judge-history.ts";

const use = (id: number, day: string, change: Partial<PlacedUse> = {}): PlacedUse => ({
  ...{ campaignId: "c", orderId: String(id), orderName: `#${id}`, code: "X", codeKey: "X" },
  ...{ day, placedAt: `${day}T08:00:00.000Z`, costMinor: 0, freedAt: null },
  ...change,
});
const setting = (limits: readonly CampaignLimit[], groups: readonly number[] = []) => ({
  campaigns: new Map([
    ["c", { id: "c", limits, groups }],
    ["d", { id: "d", limits: [], groups }],
  ]),
  seasons: [],
  isAllowed: () => false,
});
const refused = (uses: readonly PlacedUse[], ...limits: CampaignLimit[]) =>
  [...refusedUses(uses, setting(limits, [1]))].map((key) => Number(key.split(" ")[0]));

test("what is refused is not counted for the next: a rolling window is free again when what passed has left it", () => {
  const uses = [use(1, "2026-01-01"), use(2, "2026-01-21"), use(3, "2026-02-10")];
  const rolling = { kind: "rolling", days: 30 } as const;
  const limit: CampaignLimit = { perCustomer: 1, window: rolling, counter: "campaign" };
  expect(refused(uses, limit)).toEqual([2]);
});

test.each<[string, PlacedUse[], CampaignLimit, number[]]>([
  [
    "by order of placing, not of ids",
    [use(1, "2026-01-02"), use(2, "2026-01-01")],
    { perCustomer: 1, window: "lifetime", counter: "campaign" },
    [1],
  ],
  [
    "each code by itself",
    [use(1, "2026-01-01"), use(2, "2026-01-02", { codeKey: "Y" }), use(3, "2026-01-03")],
    { perCustomer: 1, window: "lifetime", counter: "code" },
    [3],
  ],
  [
    "over a group, of which only this campaign is limited",
    [use(1, "2026-01-01", { campaignId: "d" }), use(2, "2026-01-02")],
    { perCustomer: 1, window: "lifetime", counter: "+1" },
    [2],
  ],
  [
    "outside the promotional period no limit holds",
    [use(1, "2026-01-01"), use(2, "2026-01-02"), use(3, "2026-02-01"), use(4, "2026-02-02")],
    {
      perCustomer: 1,
      window: { kind: "period", first: "2026-02-01", last: "2026-02-28" },
      counter: "campaign",
    },
    [4],
  ],
  [
    "a use until it was freed",
    [
      use(1, "2026-01-01", { freedAt: "2026-01-03T08:00:00.000Z" }),
      use(2, "2026-01-02"),
      use(3, "2026-01-04"),
      use(4, "2026-01-05"),
    ],
    { perCustomer: 1, window: "lifetime", counter: "campaign" },
    [2, 4],
  ],
  [
    "nothing for whom it was not issued to",
    [use(1, "2026-01-01")],
    { perCustomer: 0, window: "lifetime", counter: "campaign" },
    [1],
  ],
])("counts %s", (_, uses, limit, over) => {
  expect(refused(uses, limit)).toEqual(over);
});

test("a cap on what codes take off refuses nobody before it is reached", () => {
  const limit: CampaignLimit = spendLimit("c", 1_000);
  const uses = [1, 2, 3].map((id) => use(id, `2026-01-0${id}`, { costMinor: 600 }));
  expect(refused(uses, limit)).toEqual([3]);
});

test("who was allowed more is not refused, and what they used counts", () => {
  const uses = [use(1, "2026-01-01"), use(2, "2026-01-02"), use(3, "2026-01-03")];
  const limit: CampaignLimit = { perCustomer: 1, window: "lifetime", counter: "campaign" };
  const isAllowed = ({ orderId }: PlacedUse) => orderId === "2";
  expect([...refusedUses(uses, { ...setting([limit]), isAllowed })]).toEqual(["3 X"]);
});

test("with one limit by the calendar it refuses what stands flagged as beyond it", () => {
  const days = fc.integer({ min: 0, max: 200 }).map((day) => {
    return new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
  });
  const limits = fc.record({
    perCustomer: fc.integer({ min: 1, max: 3 }),
    window: fc.constantFrom("lifetime", "day", "week", "month", "quarter"),
    counter: fc.constant("campaign"),
  });
  fc.assert(
    fc.property(fc.array(days, { maxLength: 12 }), limits, (placed, limit) => {
      const uses = placed.map((day, at) => use(at + 1, day));
      const where = setting([limit]);
      const flagged = findOvershoots(uses, where).map(useKey).sort();
      expect([...refusedUses(uses, where)].sort()).toEqual(flagged);
    }),
    { numRuns: 200 },
  );
});
