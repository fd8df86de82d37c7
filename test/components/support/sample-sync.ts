import type { DriftSummary } from "#app/domain/discount/drift.ts";
import type {
  CampaignSync,
  QueueEntry,
  SyncQueue,
  SyncRunSummary,
} from "#app/domain/discount/sync.ts";

export const sampleRun: SyncRunSummary = {
  id: "r1",
  askedBy: "Mara Keller",
  startedAt: "2026-06-10T10:00:00.000Z",
  finishedAt: "2026-06-10T10:00:01.000Z",
  operations: [
    { kind: "publish_guard" },
    { kind: "create_discount", code: "SUMMER26_FREESHIP" },
    { kind: "add_codes", count: 9_999 },
  ],
  calls: 83,
  points: 532,
  result: "done",
  error: null,
};

export const sampleQueued: QueueEntry = {
  campaign: { id: "c1", name: "SUMMER26_FREESHIP" },
  reason: "working",
  error: null,
  askedBy: "Mara Keller",
  since: "2026-06-10T11:59:00.000Z",
  retryAt: null,
  codes: { done: 2_500, total: 10_000 },
  plan: {
    operations: [{ kind: "publish_guard" }, { kind: "add_codes", count: 7_500 }],
    calls: 60,
    points: 330,
    seconds: 4,
  },
};

/** Title and end were changed on both sides, and once per customer in Shopify only. */
export const sampleConflict: DriftSummary = {
  id: "d1",
  kind: "terms",
  campaign: { id: "c1", name: "SUMMER26_FREESHIP", currency: "EUR" },
  fields: [
    {
      field: "endsAt",
      ours: "2026-06-17T12:00:00.000Z",
      theirs: null,
      agreed: "2026-06-14T12:00:00.000Z",
      changedBy: "both",
    },
    {
      field: "audience",
      ours: { kind: "segments", ids: ["99"] },
      theirs: { kind: "segments", ids: ["99", "7"] },
      agreed: { kind: "segments", ids: ["99"] },
      changedBy: "them",
    },
  ],
  count: null,
  isConflict: true,
  state: "open",
  foundAt: "2026-06-10T11:00:00.000Z",
  foundBy: "webhook",
  decidedAt: null,
  decidedBy: null,
  seen: "seen-1",
};

export const sampleAdopted: DriftSummary = {
  ...sampleConflict,
  id: "d2",
  fields: [
    {
      field: "title",
      ours: "SUMMER26_FREESHIP",
      theirs: "Free shipping",
      agreed: "SUMMER26_FREESHIP",
      changedBy: "them",
    },
  ],
  isConflict: false,
  state: "adopted",
  seen: "seen-2",
};

export const sampleSync: CampaignSync = {
  underWay: null,
  runs: [sampleRun],
  drift: [],
  names: { "segment 99": "Newsletter readers" },
  before: null,
};

export const sampleQueue: SyncQueue = {
  entries: [sampleQueued],
  total: 1,
  rate: { available: 1_234, maximum: 2_000, restoreRate: 100, waiting: 0, pausedSeconds: 0 },
  points: 330,
  seconds: 4,
  due: [],
};
