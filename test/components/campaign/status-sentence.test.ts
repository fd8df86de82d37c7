import { expect, it } from "vitest";
import { statusSentence } from "#app/components/campaign/detail/status-sentence.ts";
import { NOW, sampleDetail } from "../support/sample.ts";

const view = { now: NOW, locale: "en", number: (value: number) => value.toLocaleString("en") };
const synced = sampleDetail.sync;
const publicCode = { codes: { kind: "public" as const, count: 1 }, uses: 1, totalCap: null };

it.each([
  [{}, "Live in Shopify, 3,214 of 10,000 codes used, ends in 7 days."],
  [{ endsAt: null, ...publicCode }, "Live in Shopify, 1 use, no end."],
  [{ totalCap: 5_000 }, "Live in Shopify, 3,214 of 5,000 uses, ends in 7 days."],
  [
    { status: "scheduled" as const, startsAt: "2026-06-13T13:00:00Z", ...publicCode, uses: 0 },
    "Ready in Shopify, 0 uses, starts in 3 days.",
  ],
  [
    { status: "paused" as const, ...publicCode },
    "Paused: codes are refused at checkout, 1 use, ends in 7 days.",
  ],
  [
    { status: "expired" as const, endsAt: "2026-06-08T12:00:00Z", ...publicCode },
    "Over, 1 use, ended 2 days ago.",
  ],
  [
    { sync: { ...synced, state: "syncing" as const }, ...publicCode },
    "On its way to Shopify, 1 use, ends in 7 days.",
  ],
  [
    { sync: { ...synced, state: "failed" as const }, ...publicCode },
    "Not up to date in Shopify, 1 use, ends in 7 days.",
  ],
])("%o: %s", (changes, sentence) => {
  expect(statusSentence({ ...sampleDetail, ...changes }, view)).toBe(sentence);
});
