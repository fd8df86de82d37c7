import { expect, test } from "vitest";

import { emptyCampaignForm, type CampaignForm } from "#app/domain/campaign/form.ts";
import { readForm } from "#app/domain/campaign/read-form.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { formOfLimits } from "#app/components/campaign/form/form-of-limits.ts";

const GOOD: CampaignForm = { ...emptyCampaignForm("2026-06-01T00:00"), name: "SUMMER26_10OFF" };
const read = (change: Partial<CampaignForm>) =>
  readForm({ ...GOOD, ...change }, { currency: "EUR", zone: zoneOf("Europe/Berlin") });
const termsOf = (change: Partial<CampaignForm>) => {
  const result = read(change);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.terms;
};

test("several limits, each with its window and what it counts, come back as they were typed", () => {
  const typed = {
    ...{ perCustomer: "2", limitWindow: "rolling", limitDays: "30", limitCounter: "campaign" },
    ...{ perCustomer2: "1", limitWindow2: "season:bf", limitCounter2: "+10" },
    ...{ perCustomer3: "1", limitWindow3: "period", limitCounter3: "code" },
    ...{ limitFirst3: "2026-11-20", limitLast3: "2026-11-30" },
  };
  const { limits, groups } = termsOf({ ...typed, groups: "4" });
  expect(limits).toEqual([
    { perCustomer: 2, window: { kind: "rolling", days: 30 }, counter: "campaign" },
    { perCustomer: 1, window: { kind: "season", season: "bf" }, counter: "+10" },
    {
      perCustomer: 1,
      window: { kind: "period", first: "2026-11-20", last: "2026-11-30" },
      counter: "code",
    },
  ]);
  // "+10" is number 36.
  expect(groups).toEqual([4, 36]);
  expect(formOfLimits(limits)).toMatchObject(typed);
});

test.each<[string, Partial<CampaignForm>, string]>([
  ["no days", { limitWindow: "rolling", limitDays: "" }, "limitDays"],
  ["too many days", { limitWindow: "rolling", limitDays: "1001" }, "limitDays"],
  ["no first day", { limitWindow: "period", limitLast: "2026-01-01" }, "limitFirst"],
  [
    "days the wrong way round",
    { limitWindow: "period", limitFirst: "2026-02-02", limitLast: "2026-02-01" },
    "limitLast",
  ],
  ["a season without a key", { limitWindow: "season:" }, "limitWindow"],
  ["another counter", { limitCounter: "shop" }, "limitCounter"],
  ["0 uses in the second", { perCustomer2: "0", limitWindow2: "day" }, "perCustomer2"],
  ["twice the same", { perCustomer2: "3", limitWindow2: "lifetime" }, "limitWindow2"],
  ["three groups", { groups: "1,2", limitCounter: "+3" }, "groups"],
  ["a group in words", { groups: "welcome" }, "groups"],
  ["another kind of customer", { customerKind: "old" }, "customerKind"],
  ["segments in words", { allSegmentIds: "VIPs" }, "allSegmentIds"],
  ["eleven tags", { anyTags: "a,b,c,d,e,f,g,h,i,j,k" }, "anyTags"],
  ["a tag that is asked for and left out", { allTags: "vip", noneTags: "VIP" }, "noneTags"],
  [
    "a segment that is asked for and left out",
    { audience: "segment", segmentIds: "5", noneSegmentIds: "5" },
    "noneSegmentIds",
  ],
])("refuses %s", (_, change, field) => {
  const result = read(change);
  expect(result.ok ? [] : result.problems.map((problem) => problem.field)).toEqual([field]);
});

test("who may use it: segments, tags in any case, new customers, signed in", () => {
  const { eligibility } = termsOf({
    ...{ audience: "segment", segmentIds: "7,5", allSegmentIds: "9", noneSegmentIds: "3" },
    ...{ allTags: " VIP , beta,vip", anyTags: "x", noneTags: "staff" },
    ...{ customerKind: "new", signedIn: "on" },
  });
  expect(eligibility).toEqual({
    all: ["9", "#vip", "#beta"],
    any: ["5", "7", "#x"],
    none: ["3", "#staff"],
    customers: "new",
    signedIn: true,
  });
});
