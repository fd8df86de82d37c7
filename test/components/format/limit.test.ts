import { expect, it } from "vitest";
import type { CampaignLimit } from "#app/domain/campaign/limit.ts";
import { formatLimit, limitsSentence } from "#app/components/format/limit.ts";

const names = { seasons: { bf: "Black Friday" }, groups: { "36": "Welcome offers" } };
const limit = (change: Partial<CampaignLimit>): CampaignLimit => ({
  ...{ perCustomer: 1, window: "lifetime", counter: "campaign" },
  ...change,
});

it.each<[Partial<CampaignLimit>, string]>([
  [{}, "once in total"],
  [{ perCustomer: 3, window: "month" }, "3 times a month"],
  [{ window: { kind: "rolling", days: 30 } }, "once within 30 days"],
  [{ window: { kind: "rolling", days: 1 } }, "once within 1 day"],
  [
    { window: { kind: "period", first: "2026-11-20", last: "2026-11-30" } },
    "once from Nov 20 to Nov 30",
  ],
  [{ window: { kind: "season", season: "bf" } }, "once in each Black Friday"],
  [{ window: { kind: "season", season: "x" } }, "once in each season that is deleted"],
  [{ counter: "code" }, "once in total, each code by itself"],
  [{ counter: "+10" }, "once in total, counted over all campaigns of Welcome offers"],
])("%o in words: %s", (change, words) => {
  expect(formatLimit(limit(change), names, "en")).toBe(words);
});

it("several limits are one sentence", () => {
  expect(limitsSentence([], names, "en")).toBe("Each customer can use it as often as they like");
  const two = [limit({}), limit({ perCustomer: 2, window: "day" })];
  expect(limitsSentence(two, names, "en")).toBe(
    "Each customer can use it once in total; and 2 times a day",
  );
});
