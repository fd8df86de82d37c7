import type { RepeatDays } from "../measure/repeat.ts";
import { addDays } from "../shared/days.ts";
import type { Range } from "./range.ts";

/**
 * What a number of people is made of: orders by new customers, by returning ones, of nobody known; people by their first
 * order of the slice and their next; people something was issued to.
 */
export const PEOPLE_OF = ["new", "returning", "unknown", "again", "issued"] as const;
export type PeopleOf = (typeof PEOPLE_OF)[number];

type PlacedOrder = { id: string; name: string; at: string };

/**
 * One order, or one person, that a number counts. `order`: that order; of `issued` their first use since, null while there
 * is none. `issued`: when and by which way. `next`: of `again` their next order of any kind, so many days of 24 hours
 * later, rounded up.
 */
export type PeopleLine = {
  id: string;
  order: PlacedOrder | null;
  issued: { at: string; channel: string } | null;
  next: (PlacedOrder & { days: number }) | null;
};

/**
 * How many there are on all pages: orders; of `again` and `issued` people, and how many of them ordered again in time, or
 * redeemed.
 */
export type PeopleCount = { all: number; did: number | null };

export type PeopleLines = {
  of: PeopleOf;
  slice: string;
  label: string;
  /** Of `again`: only people whose so many days are over, and who ordered again within them. */
  within: RepeatDays;
  /** Of `issued`: by this way only; "" for all. */
  channel: string;
  range: Range;
  count: PeopleCount;
  lines: PeopleLine[];
  next: string | null;
};

/**
 * The days of a range on which whoever ordered first has had so many whole days since.
 * May be none: it ends before it begins.
 */
export function overDays(range: Range, within: number, today: string): Range {
  const last = addDays(today, -1 - within);
  return { from: range.from, to: last < range.to ? last : range.to };
}
