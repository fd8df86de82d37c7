import fc from "fast-check";
import { expect, test } from "vitest";

import { describeOvershoot } from "#app/domain/flag/describe-overshoot.ts";
import type { CampaignLimit } from "#app/domain/campaign/limit.ts";
import {
  findOvershoots,
  notIssued,
  type CountedUse,
  type LimitedCampaign,
  type PlacedUse,
} from "#app/domain/flag/overshoot.ts";
import type { Season } from "#app/domain/policy/season.ts";
import { LIMIT_WINDOWS, spendLimit } from "#app/domain/policy/limit.ts";

const use = (orderId: string, day: string, codeKey = "TEN", campaignId = "mine"): PlacedUse => ({
  campaignId,
  orderId,
  orderName: `#${orderId}`,
  code: codeKey,
  codeKey,
  placedAt: `${day}T12:00:00.000Z`,
  day,
  costMinor: 0,
  freedAt: null,
});

type Limit = Pick<CampaignLimit, "perCustomer" | "window"> & Partial<CampaignLimit>;
type Rest = {
  groups?: readonly number[];
  others?: readonly LimitedCampaign[];
  seasons?: readonly Season[];
  isAllowed?: (use: CountedUse) => boolean;
};

/** Of one campaign with one limit, beside others. */
const overshoots = (limit: Limit, uses: readonly PlacedUse[], rest: Rest = {}) => {
  const { groups = [], others = [], seasons = [], isAllowed = () => false } = rest;
  const mine = { id: "mine", limits: [{ counter: "campaign" as const, ...limit }], groups };
  const campaigns = new Map([mine, ...others].map((campaign) => [campaign.id, campaign]));
  return findOvershoots(uses, { campaigns, seasons, isAllowed });
};

const found = (limit: Limit, uses: readonly PlacedUse[], rest?: Rest) =>
  overshoots(limit, uses, rest).map(({ orderId, evidence }) => [
    orderId,
    evidence.period,
    evidence.orders.map((o) => o.orderId),
  ]);

test.each([
  [
    "lifetime",
    1,
    [
      ["2", "L", ["1", "2"]],
      ["3", "L", ["1", "2", "3"]],
      ["4", "L", ["1", "2", "3", "4"]],
    ],
  ],
  ["lifetime", 3, [["4", "L", ["1", "2", "3", "4"]]]],
  ["lifetime", 4, []],
  ["day", 1, [["2", "2026-03-30/2026-03-30", ["1", "2"]]]],
  [
    "week",
    1,
    [
      ["2", "2026-03-30/2026-04-05", ["1", "2"]],
      ["3", "2026-03-30/2026-04-05", ["1", "2", "3"]],
    ],
  ],
  ["month", 2, []],
  [
    "month",
    1,
    [
      ["2", "2026-03-01/2026-03-31", ["1", "2"]],
      ["4", "2026-04-01/2026-04-30", ["3", "4"]],
    ],
  ],
  ["quarter", 2, []],
] as const)("a limit a %s of %d", (window, perCustomer, expected) => {
  const uses = [
    use("1", "2026-03-30"),
    use("2", "2026-03-30"),
    use("3", "2026-04-01"),
    use("4", "2026-04-06"),
  ];
  expect(found({ perCustomer, window }, uses)).toEqual(expected);
});

test("the later order is the one beyond the limit, whichever we heard of first", () => {
  const uses = [use("9", "2026-03-01"), use("10", "2026-03-02"), use("8", "2026-03-03")];
  fc.assert(
    fc.property(fc.shuffledSubarray(uses, { minLength: 3 }), (heard) => {
      expect(
        overshoots({ perCustomer: 1, window: "lifetime" }, heard).map(({ orderId }) => orderId),
      ).toEqual(["10", "8"]);
    }),
  );
});

test("of two orders of one instant the smaller number came first", () => {
  const uses = [use("10", "2026-03-01"), use("9", "2026-03-01")];
  expect(found({ perCustomer: 1, window: "lifetime" }, uses)).toEqual([["10", "L", ["9", "10"]]]);
});

const anyUses = fc.uniqueArray(
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 200 }))
    .map(([id, days]) =>
      use(String(id), new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)),
    ),
  { selector: ({ orderId }) => orderId, maxLength: 30 },
);
const anyLimit = fc.record({
  perCustomer: fc.integer({ min: 1, max: 4 }),
  window: fc.constantFrom(...LIMIT_WINDOWS),
});

test("without the orders found there is nothing to find, and with a higher limit there is no more", () => {
  fc.assert(
    fc.property(anyUses, anyLimit, (uses, limit) => {
      const beyond = new Set(overshoots(limit, uses).map(({ orderId }) => orderId));
      expect(
        overshoots(
          limit,
          uses.filter(({ orderId }) => !beyond.has(orderId)),
        ),
      ).toEqual([]);
      const looser = overshoots({ ...limit, perCustomer: limit.perCustomer + 1 }, uses);
      expect(looser.every(({ orderId }) => beyond.has(orderId))).toBe(true);
    }),
  );
});

test("evidence shows the latest orders of a long list, the flagged one last", () => {
  const uses = Array.from({ length: 60 }, (_, i) => use(String(i + 1), "2026-03-01"));
  const last = overshoots({ perCustomer: 1, window: "lifetime" }, uses).at(-1);
  expect(last?.evidence.orders).toHaveLength(20);
  expect(last?.evidence.orders.at(-1)?.orderId).toBe("60");
});

test.each([
  [1, "lifetime", 2, "SUMMER26", "Used SUMMER26 twice; the limit is once in total."],
  [2, "week", 3, "SUMMER26", "Used SUMMER26 3 times; the limit is twice a week."],
  [1, "day", 2, null, "Used the code twice; the limit is once a day."],
] as const)(
  "a limit of %d a %s and %d orders in words",
  (limit, window, count, campaign, sentence) => {
    const orders = Array.from({ length: count }, (_, i) => ({
      orderId: `${i}`,
      name: "",
      placedAt: "",
      code: "",
    }));
    expect(
      describeOvershoot({ limit, window, counter: "campaign", period: "", orders }, campaign),
    ).toBe(sentence);
  },
);

test("a rolling window looks back from each order", () => {
  const uses = [use("1", "2026-03-01"), use("2", "2026-03-30"), use("3", "2026-03-31")];
  const limit = { perCustomer: 1, window: { kind: "rolling", days: 30 } } as const;
  expect(found(limit, uses)).toEqual([
    ["2", "2026-03-01/2026-03-30", ["1", "2"]],
    ["3", "2026-03-02/2026-03-31", ["2", "3"]],
  ]);
});

test("a season counts each of its turns anew, and nothing between them", () => {
  const season = { key: "bf", name: "Black Friday", first: "2024-11-20", last: "2024-11-30" };
  const uses = ["2024-11-21", "2025-11-21", "2025-11-25", "2025-12-05", "2025-12-06"].map(
    (day, index) => use(String(index + 1), day),
  );
  const limit = { perCustomer: 1, window: { kind: "season", season: "bf" } } as const;
  const [over, ...others] = overshoots(limit, uses, { seasons: [{ ...season, yearly: true }] });
  expect(others).toEqual([]);
  expect(over).toMatchObject({
    orderId: "3",
    evidence: { period: "2025-11-20/2025-11-30", season: "Black Friday" },
  });
});

test("a limit by code counts each code by itself", () => {
  const uses = [
    use("1", "2026-03-01", "A"),
    use("2", "2026-03-02", "B"),
    use("3", "2026-03-03", "A"),
  ];
  const limit = { perCustomer: 1, window: "lifetime", counter: "code" } as const;
  expect(found(limit, uses)).toEqual([["3", "L", ["1", "3"]]]);
});

test("a limit by group counts other campaigns' uses, and flags only its own campaign's", () => {
  const others = [
    { id: "sister", limits: [], groups: [7] },
    { id: "stranger", limits: [], groups: [] },
  ];
  const uses = [
    use("1", "2026-03-01", "HI", "sister"),
    use("2", "2026-03-02", "HO", "stranger"),
    use("3", "2026-03-03"),
    use("4", "2026-03-04", "HI", "sister"),
  ];
  const limit = { perCustomer: 1, window: "lifetime", counter: "+7" } as const;
  expect(found(limit, uses, { groups: [7], others })).toEqual([["3", "L", ["1", "3"]]]);
});

test("who was allowed more went beyond nothing, but what they used counts", () => {
  const uses = [use("1", "2026-03-01"), use("2", "2026-03-02"), use("3", "2026-03-03")];
  const isAllowed = ({ orderId }: CountedUse) => orderId === "2";
  const limit = { perCustomer: 1, window: "lifetime" } as const;
  expect(found(limit, uses, { isAllowed })).toEqual([["3", "L", ["1", "2", "3"]]]);
});

test("an earlier use counts as long as it was not freed when the later one was placed", () => {
  const limit = { perCustomer: 1, window: "lifetime" } as const;
  const later = use("2", "2026-03-02");
  const freed = (freedAt: string) => [{ ...use("1", "2026-03-01"), freedAt }, later];
  expect(found(limit, freed("2026-03-02T11:59:59.999Z"))).toEqual([]);
  const beyond = [["2", "L", ["1", "2"]]];
  expect(found(limit, freed("2026-03-02T12:00:00.000Z"))).toEqual(beyond);
  expect(found(limit, freed("2026-03-20T12:00:00.000Z"))).toEqual(beyond);
});

test("a use that was beyond its limit stays so when its own money is paid back", () => {
  const limit = { perCustomer: 1, window: "lifetime" } as const;
  const uses = [
    use("1", "2026-03-01"),
    { ...use("2", "2026-03-02"), freedAt: "2026-03-04T12:00:00.000Z" },
    use("3", "2026-03-05"),
  ];
  expect(found(limit, uses)).toEqual([
    ["2", "L", ["1", "2"]],
    ["3", "L", ["1", "3"]],
  ]);
});

test("what was not issued to somebody may be used not even once, whatever the campaign's limits are", () => {
  const campaign = { id: "mine", limits: [], groups: [] };
  const campaigns = new Map([["mine", notIssued(campaign)]]);
  const uses = [use("1", "2026-03-30"), use("2", "2026-03-31")];
  const flags = findOvershoots(uses, { campaigns, seasons: [], isAllowed: () => false });
  expect(flags.map(({ orderId, evidence }) => [orderId, evidence.limit])).toEqual([
    ["1", 0],
    ["2", 0],
  ]);
  const said = "Used VIP26, which was not issued to this customer.";
  expect(flags.map(({ evidence }) => describeOvershoot(evidence, "VIP26"))).toEqual([said, said]);
  const allowed = findOvershoots(uses, { campaigns, seasons: [], isAllowed: () => true });
  expect(allowed).toEqual([]);
});

test("a cap per customer: orders after the one that reached it, with what all of them took off", () => {
  const cap = spendLimit("a3", 5_000);
  const costs = [3_000, 3_000, 10, 2_000];
  const uses = costs.map((costMinor, index) => {
    return { ...use(String(index + 1), `2026-03-0${index + 1}`), costMinor };
  });
  const over = overshoots(cap, uses);
  expect(over.map(({ orderId, evidence }) => [orderId, evidence.spent])).toEqual([
    ["3", { capMinor: 5_000, minor: 6_010 }],
    ["4", { capMinor: 5_000, minor: 8_010 }],
  ]);
  const [first] = over;
  expect(describeOvershoot({ ...first!.evidence, currency: "EUR" }, "SALE")).toBe(
    "SALE took 60.10 EUR off this customer’s orders; the cap per customer is 50.00 EUR.",
  );
});
