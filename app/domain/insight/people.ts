import { kaplanMeier, shareBy, type Observed } from "../measure/kaplan-meier.ts";
import { weightedQuantile } from "../measure/quantile.ts";
import { rateOf } from "../measure/rate.ts";
import {
  REPEAT_DAYS,
  repeatWithin,
  type Cohort,
  type Repeat,
  type RepeatDays,
} from "../measure/repeat.ts";
import { wilsonInterval } from "../measure/wilson.ts";
import { addDays } from "../shared/days.ts";
import type { Range } from "./range.ts";
import { daysIn } from "./range.ts";

/** Orders of people who had none before, of those who had, and of people nobody could tell. */
export type PeopleOrders = { fresh: number; returning: number; unknown: number };

/** `isCounting`: some are not told apart yet, and will be within a minute. */
export type NewAndReturning = PeopleOrders & { isCounting: boolean };

/** Those who came back within so many days: of the eligible ones, and as Kaplan and Meier estimate it of all. */
export type Return = Repeat & { days: RepeatDays; estimate: number | null };

/** A day's first orders, by the days to the next one (91: later than 90); null while there is none. */
export type FirstOrders = { day: string; gapDays: number | null; people: number };

/**
 * Who came back within 30, 60 and 90 days. `today` is not over, so what is known ends with yesterday; eligible are people
 * whose days are all over.
 */
export function returnsOf(rows: readonly FirstOrders[], today: string): Return[] {
  const observed = rows.map(({ day, gapDays, people }): Observed => {
    const watched = watchedDays(day, today);
    const isEvent = gapDays !== null && gapDays <= watched;
    return { days: isEvent ? gapDays : watched, isEvent, people };
  });
  const steps = kaplanMeier(observed, 90);
  const cohorts = rows.map(({ day, gapDays, people }): Cohort => {
    return { ageDays: watchedDays(day, today), gapDays, customers: people };
  });
  return REPEAT_DAYS.map((days) => {
    return { ...repeatWithin(days, cohorts), days, estimate: shareBy(steps, days) };
  });
}

/** Whole days after it that are over. */
function watchedDays(day: string, today: string): number {
  return Math.max(0, daysIn({ from: day, to: today }) - 2);
}

/** People something was issued to by one way; null days: no use yet. */
export type Issued = { channel: string; daysToUse: number | null; people: number };

/** `rate` is redeemers ÷ people it was issued to, with Wilson's 95 % interval; both null when it was issued to nobody. */
export type Distribution = {
  channel: string;
  issued: number;
  redeemers: number;
  rate: number | null;
  interval: [low: number, high: number] | null;
  /** Days from issuance to the first use, of those who used it; null while nobody has. */
  medianDays: number | null;
};

/** The largest first, and all of them together as "". */
export function distributionsOf(rows: readonly Issued[]): Distribution[] {
  const channels = [...new Set(rows.map(({ channel }) => channel))]
    .map((channel) =>
      distributionOf(
        channel,
        rows.filter((row) => row.channel === channel),
      ),
    )
    .sort((a, b) => b.issued - a.issued || (a.channel < b.channel ? -1 : 1));
  return channels.length > 1 ? [...channels, distributionOf("", rows)] : channels;
}

function distributionOf(channel: string, rows: readonly Issued[]): Distribution {
  const issued = rows.reduce((sum, { people }) => sum + people, 0);
  const used = rows.flatMap(({ daysToUse, people }) =>
    daysToUse === null ? [] : [{ value: daysToUse, weight: people }],
  );
  const redeemers = used.reduce((sum, { weight }) => sum + weight, 0);
  return {
    ...{ channel, issued, redeemers },
    rate: rateOf(redeemers, issued),
    interval: wilsonInterval(redeemers, issued),
    medianDays: weightedQuantile(used, 0.5),
  };
}

/** When a cap is used up if it goes on as in the range; null when it would not be, or is already. */
export function usedUpOn(
  cap: number,
  used: number,
  inRange: number,
  range: Range,
): { day: string; inDays: number } | null {
  const perDay = inRange / daysIn(range);
  if (perDay <= 0 || used >= cap) return null;
  const inDays = Math.ceil((cap - used) / perDay);
  return inDays > 3_650 ? null : { day: addDays(range.to, inDays), inDays };
}
