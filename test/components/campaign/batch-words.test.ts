import { describe, expect, it } from "vitest";
import {
  batchSentence,
  batchTitle,
  remainingText,
  stopConsequences,
} from "#app/components/campaign/detail/batch-words.ts";
import type { BatchSummary } from "#app/domain/code/batch.ts";
import { sampleBatch } from "../support/batch.ts";

const say = (value: number) => value.toLocaleString("en");
const batch = (changes: Partial<BatchSummary>): BatchSummary => ({ ...sampleBatch, ...changes });
const progress = (done: number, perSecond: number | null, remainingSeconds: number | null) => ({
  ...{ done, total: 1_000_000, perSecond, remainingSeconds },
});

describe("how far a batch is", () => {
  it.each<[Partial<BatchSummary>, string]>([
    [{}, "120,000 of 1,000,000 codes in Shopify, 1,222 a second, about 12 minutes left."],
    [{ progress: progress(120_000, null, null) }, "120,000 of 1,000,000 codes in Shopify."],
    [
      { refused: 3, progress: progress(120_003, 0.4, 7_000_000) },
      "120,000 of 1,000,000 codes in Shopify, 3 refused, 24 a minute, about 1,944.5 hours left.",
    ],
    [
      { state: "made", live: 1_000_000, progress: progress(1_000_000, null, null) },
      "All in Shopify.",
    ],
    [
      { state: "made", live: 999_999, refused: 1, progress: progress(1_000_000, null, null) },
      "999,999 of 1,000,000 in Shopify, 1 refused.",
    ],
    [
      {
        ...{ state: "made", wanted: 0, live: 0 },
        progress: { done: 0, total: 0, perSecond: null, remainingSeconds: null },
      },
      "None of its codes were made.",
    ],
    [{ state: "cancelled" }, "Stopped: 120,000 codes in Shopify, 880,000 dropped."],
  ])("%o: %s", (changes, sentence) => {
    expect(batchSentence(batch(changes), say)).toBe(sentence);
  });

  it.each([
    [1, "less than a minute left"],
    [59, "less than a minute left"],
    [60, "about 1 minute left"],
    [61, "about 2 minutes left"],
    [3_540, "about 59 minutes left"],
    [3_541, "about 1 hour left"],
    [3_601, "about 1.5 hours left"],
    [7_200, "about 2 hours left"],
  ])("%i seconds are %s", (seconds, text) => {
    expect(remainingText(seconds, say)).toBe(text);
  });
});

it.each([
  [{ wanted: 1, source: "made" as const }, "1 code, made here"],
  [{ wanted: 1_200, source: "imported" as const }, "1,200 codes, imported"],
])("a batch of %o is called %s", (changes, title) => {
  expect(batchTitle(batch(changes), say)).toBe(title);
});

it.each<[Partial<BatchSummary>, string]>([
  [
    {},
    "The 120,000 codes already in Shopify stay and keep working; the 880,000 not there yet are dropped.",
  ],
  [
    { live: 1, wanted: 2 },
    "The 1 code already in Shopify stays and keeps working; the 1 not there yet is dropped.",
  ],
  [
    { live: 0, refused: 20, wanted: 100 },
    "None of these codes is in Shopify yet: the 80 not there yet are dropped.",
  ],
])("stopping %o says: %s", (changes, sentence) => {
  expect(stopConsequences(batch(changes), say)).toBe(sentence);
});
