import { progressOf, type Mark, type Progress } from "../code/batch.ts";

/** How the reading of a store stands. */
export const READING_STATES = ["reading", "read", "failed", "cancelled"] as const;
export type ReadingState = (typeof READING_STATES)[number];

/**
 * What a reading is at. Large stores: preparing (Shopify writes a file), downloading. Small ones, and where Shopify has
 * no file for us: discounts, codes. All: counting before, details and comparing after.
 */
export const READING_PHASES = [
  "counting",
  "preparing",
  "downloading",
  "discounts",
  "codes",
  "details",
  "comparing",
] as const;
export type ReadingPhase = (typeof READING_PHASES)[number];

/** A reading as pages show it. Instants are ISO 8601 in UTC. */
export type ReadingSummary = {
  id: string;
  state: ReadingState;
  phase: ReadingPhase;
  discounts: number;
  codes: number;
  /** Of the phase; `total` is 0 where nobody knows it. */
  progress: Progress;
  /** What went wrong, or what a person should know. */
  error: string | null;
  createdAt: string;
  createdBy: string;
  finishedAt: string | null;
};

/** How discounts that were chosen become campaigns. */
export type AdoptingSummary = {
  chosen: number;
  adopted: number;
  refused: number;
  progress: Progress;
};

type Counted = {
  phase: ReadingPhase;
  done: number;
  discounts: number;
  codes: number;
  totalDiscounts: number | null;
  totalCodes: number | null;
};

/** How far a phase is: each counts what it goes through, so that its rate is its own. */
export function phaseProgress(read: Counted, mark: Mark | null, now: Date): Progress {
  return progressOf(read.done, phaseTotal(read), mark, now);
}

function phaseTotal({ phase, done, totalDiscounts, totalCodes }: Counted): number {
  const discounts = totalDiscounts ?? 0;
  const codes = totalCodes ?? 0;
  switch (phase) {
    case "preparing":
    case "downloading":
      // What came since it was counted must not make a bar run over.
      return Math.max(done, discounts + codes);
    case "discounts":
      return Math.max(done, discounts);
    case "codes":
      return Math.max(done, codes);
    case "counting":
    case "details":
    case "comparing":
      return 0;
  }
}

/** More than this is read by a bulk operation: pages of codes cost about a point each. */
export const MOST_DISCOUNTS_BY_PAGES = 100;
export const MOST_CODES_BY_PAGES = 2_500;

export function isReadInBulk(discounts: number, codes: number): boolean {
  return discounts > MOST_DISCOUNTS_BY_PAGES || codes > MOST_CODES_BY_PAGES;
}

/** After so many bulk operations that came to nothing the store is read by pages, whatever its size. */
export const MOST_FAILURES = 2;

/** Seconds until a bulk operation is looked at again: soon at first, then as long as a look is worth. */
export function pauseBeforeLook(looks: number): number {
  return Math.min(30, Math.ceil(1.5 ** Math.min(looks, 9)));
}
