import { rateOf } from "./rate.ts";

export const REPEAT_DAYS = [30, 60, 90] as const;
export type RepeatDays = (typeof REPEAT_DAYS)[number];

/** Customers who came back: of `eligible`, `repeated` did; `rate` is null when nobody is eligible. */
export type Repeat = { eligible: number; repeated: number; rate: number | null };

/**
 * Customers alike in time. `ageDays`: whole days of 24 hours from their first order to the end of what is known, rounded
 * down; `gapDays`: from the first order to the second, rounded up, null when there is none.
 */
export type Cohort = { ageDays: number; gapDays: number | null; customers: number };

/**
 * Who ordered again within so many days of a first order. Eligible are only those whose first order is at least as long
 * ago: of the others it cannot be known yet, and counting them as lost would make the newest look worst.
 */
export function repeatWithin(days: number, cohorts: readonly Cohort[]): Repeat {
  let [eligible, repeated] = [0, 0];
  for (const { ageDays, gapDays, customers } of cohorts) {
    if (ageDays < days) continue;
    eligible += customers;
    if (gapDays !== null && gapDays <= days) repeated += customers;
  }
  return { eligible, repeated, rate: rateOf(repeated, eligible) };
}
