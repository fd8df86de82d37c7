import type { Figures } from "./figures.ts";
import type { NewAndReturning, Return } from "./people.ts";
import type { Range } from "./range.ts";

/** What one value brought in a range of days, and in as many days before. */
export type BreakdownRow = {
  /** Null: what belongs to no value, such as names that have no such part. */
  value: string | null;
  label: string;
  /** Campaigns that carry the value now, used or not; null where values are not campaigns' to carry. */
  campaigns: number | null;
  now: Figures;
  then: Figures;
};

export const INSIGHT_RANGES = [7, 30, 90, 365] as const;

/**
 * A shop's numbers by what `grain` says (see `Slice`): a part of its names, segments, channels or campaigns. Values of
 * one order with two campaigns' codes stand under both.
 */
export type Breakdown = {
  grain: string;
  choices: { grain: string; label: string }[];
  range: Range;
  before: Range;
  /** Most used first; what belongs to no value comes last. */
  rows: BreakdownRow[];
  /** All campaigns' codes together. */
  total: { now: Figures; then: Figures };
  /** Orders with a campaign's code, and all others. */
  coded: Figures;
  uncoded: Figures;
  /** Orders with a code, by whether the person had ordered before. */
  people: NewAndReturning;
  returns: Return[];
};
