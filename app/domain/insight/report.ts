import type { CheckoutCount } from "../checkout/checkout-list.ts";
import type { Figures } from "./figures.ts";
import type { Distribution, NewAndReturning, Return } from "./people.ts";
import type { Range } from "./range.ts";
import type { Leak } from "./leak.ts";
import type { CampaignWatch } from "./watch.ts";

/**
 * A day of a chart with the day as far from the start of the period before. `hasLines`, `hadLines`: whether anything happened
 * on them, which may add up to 0.
 */
export type ChartDay = {
  day: string;
  value: number;
  hasLines: boolean;
  dayBefore: string;
  before: number;
  hadLines: boolean;
};

/** A cap on a campaign, how much of it is gone in all, and when the rest goes at the range's pace. */
export type CapBurn = {
  cap: "spend" | "uses";
  most: number;
  used: number;
  usedUp: { day: string; inDays: number } | null;
};

/** Codes that work once and were not used when their campaign ended. */
export type ExpiredUnused = { endedAt: string; unused: number; of: number };

export type CampaignReport = {
  campaign: { id: string; name: string; currency: string; startsAt: string; endsAt: string | null };
  range: Range;
  before: Range;
  now: Figures;
  then: Figures;
  uses: ChartDay[];
  netMinor: ChartDay[];
  /** Of these days, and of those before. */
  checkouts: { now: CheckoutCount; then: CheckoutCount };
  people: NewAndReturning;
  returns: Return[];
  distributions: Distribution[];
  burn: CapBurn[];
  expired: ExpiredUnused | null;
  watch: CampaignWatch;
  /** Leak alarms of its codes: those that ring, and those that were ended in the last days. */
  leaks: Leak[];
};
