import { expect, test } from "vitest";

import type { Promotion } from "#app/domain/replay/promotions.ts";
import { hasPattern, readPromotions } from "#app/domain/replay/read-promotions.ts";
import { BERLIN } from "./zone.ts";

const shop = { timezone: "Europe/Berlin", currency: "EUR" };
const read = (campaigns: Promotion[], conventions?: string[]) =>
  readPromotions({ shop, campaigns, conventions }, BERLIN);

function campaignOf(promotion: Promotion) {
  const result = read([promotion]);
  const [campaign] = result.ok ? result.replayed.campaigns : [];
  if (!campaign) throw new Error(JSON.stringify(result));
  return campaign;
}

test("a campaign of which only the needed is said is for everybody, always, and freed by both", () => {
  expect(campaignOf({ key: "WELCOME", codes: ["Welcome15"] })).toEqual({
    key: "WELCOME",
    codes: ["Welcome15"],
    pattern: null,
    from: new Date(0),
    until: null,
    limits: [],
    householdLimit: null,
    issuedOnly: false,
    isPrivate: false,
    frees: { cancel: true, fullRefund: true },
  });
});

test.each<[string, Partial<Promotion>, unknown[]]>([
  ["nothing", {}, []],
  ["empty settings", { limit: null, once: null }, []],
  ["a number", { limit: { perCustomer: 2 } }, [[2, "lifetime"]]],
  ["a window", { limit: { perCustomer: 2, window: "month" } }, [[2, "month"]]],
  [
    "rolling days",
    { limit: { perCustomer: 1, window: { days: 30 } } },
    [[1, { kind: "rolling", days: 30 }]],
  ],
  [
    "a period",
    { limit: { perCustomer: 1, window: { first: "2026-11-27", last: "2026-11-30" } } },
    [[1, { kind: "period", first: "2026-11-27", last: "2026-11-30" }]],
  ],
  ["once", { once: true }, [[1, "lifetime"]]],
  [
    "once and a number a day",
    { once: true, limit: { perCustomer: 3, window: "day" } },
    [
      [3, "day"],
      [1, "lifetime"],
    ],
  ],
])("limits of %s", (_, change, expected) => {
  const { limits } = campaignOf({ key: "A", codes: ["A"], ...change });
  expect(limits.map(({ perCustomer, window }) => [perCustomer, window])).toEqual(expected);
});

test("one of the two that free a use may be left out", () => {
  const { frees } = campaignOf({ key: "A", codes: ["A"], frees: { fullRefund: false } });
  expect(frees).toEqual({ cancel: true, fullRefund: false });
});

test("a pattern reads codes in any case, and no others", () => {
  const campaign = campaignOf({ key: "VIP", pattern: "VIP-{unique:6}" });
  expect(hasPattern(campaign, "VIP-C4D7F9")).toBe(true);
  expect(hasPattern(campaign, "vip-c4d7f9")).toBe(true);
  expect(hasPattern(campaign, "VIP-C4D7F")).toBe(false);
  expect(hasPattern(campaignOf({ key: "A", codes: ["A"] }), "A")).toBe(false);
});

const twins = (first: Partial<Promotion>, second: Partial<Promotion>): Promotion[] => [
  { key: "A", codes: ["SAVE"], ...first },
  { key: "B", codes: ["save"], ...second },
];

test.each<[string, Promotion[], string[]]>([
  ["neither codes nor a pattern", [{ key: "A" }], ["campaigns.0"]],
  ["both", [{ key: "A", codes: ["A"], pattern: "A-{unique:4}" }], ["campaigns.0.pattern"]],
  ["a code of blanks", [{ key: "A", codes: ["A", "  "] }], ["campaigns.0.codes.1"]],
  ["no moment", [{ key: "A", codes: ["A"], startsAt: "soon" }], ["campaigns.0.startsAt"]],
  [
    "an end before the start",
    [{ key: "A", codes: ["A"], startsAt: "2026-06-02", endsAt: "2026-06-01" }],
    ["campaigns.0.endsAt"],
  ],
  ["a pattern that is none", [{ key: "A", pattern: "A-{nothing}" }], ["campaigns.0.pattern"]],
  [
    "a period of no days",
    [
      {
        key: "A",
        codes: ["A"],
        limit: { perCustomer: 1, window: { first: "x", last: "2026-11-30" } },
      },
    ],
    ["campaigns.0.limit.window.first", "campaigns.0.limit.window.last"],
  ],
  [
    "one key twice",
    [
      { key: "A", codes: ["A"] },
      { key: "A", codes: ["B"] },
    ],
    ["campaigns.1.key"],
  ],
  ["one code twice at one time", twins({}, {}), ["campaigns.1"]],
  [
    "one code twice on one day",
    twins({ endsAt: "2026-06-01" }, { startsAt: "2026-06-01" }),
    ["campaigns.1"],
  ],
  [
    "patterns with a code in common",
    [
      { key: "A", pattern: "VIP-{number:1-9}" },
      { key: "B", pattern: "VIP-{number:5-12}" },
    ],
    ["campaigns.1"],
  ],
])("refused, where it is: %s", (_, campaigns, paths) => {
  const result = read(campaigns);
  expect(result.ok ? [] : result.problems.map(({ path }) => path.join("."))).toEqual(paths);
});

test.each<[string, Promotion[]]>([
  ["one after the other", twins({ endsAt: "2026-06-01" }, { startsAt: "2026-06-02" })],
  [
    "one by its list, the other by a pattern that reads it, too",
    [
      { key: "A", codes: ["VIP-3"] },
      { key: "B", pattern: "VIP-{number:1-9}" },
    ],
  ],
])("a code of two campaigns is fine: %s", (_, campaigns) => {
  expect(read(campaigns).ok).toBe(true);
});

test("a convention that cannot be read is refused with its place", () => {
  const result = read([], ["{season}{yy}_{offer}", "{season"]);
  expect(result.ok ? [] : result.problems.map(({ path }) => path)).toEqual([["conventions", 1]]);
});

test("a limit per household is at least a customer's", () => {
  const withLimit = (perHousehold: number) => ({
    ...{ key: "A", codes: ["A"], limit: { perCustomer: 2, perHousehold } },
  });
  expect(campaignOf(withLimit(2)).householdLimit).toBe(2);
  const refused = read([withLimit(1)]);
  expect(refused).toMatchObject({
    ok: false,
    problems: [{ path: ["campaigns", 0, "limit", "perHousehold"] }],
  });
});
