import type { BatchSummary } from "#app/domain/code/batch.ts";

/** A batch in the middle of its way. */
export const sampleBatch: BatchSummary = {
  id: "b1",
  source: "made",
  wanted: 1_000_000,
  made: 300_000,
  live: 120_000,
  refused: 0,
  state: "making",
  error: null,
  leftOut: null,
  createdAt: "2026-06-10T11:58:00.000Z",
  createdBy: "Mara Keller",
  progress: { done: 120_000, total: 1_000_000, perSecond: 1_222.2, remainingSeconds: 720 },
};
