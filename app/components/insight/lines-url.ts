import type { CheckoutsOf } from "#app/domain/checkout/checkout-list.ts";
import { dayPartText, type DayPart } from "#app/domain/insight/day-part.ts";
import type { PeopleOf } from "#app/domain/insight/people-line.ts";
import type { Range } from "#app/domain/insight/range.ts";

/** The orders behind a number: of a slice (as `sliceText` writes it), in a range of days. */
export function linesUrl(slice: string, { from, to }: Range): string {
  return `/app/insights/orders?${new URLSearchParams({ slice, from, to })}`;
}

/** All there ever were. */
export function allLinesUrl(slice: string): string {
  return `/app/insights/orders?${new URLSearchParams({ slice, days: "all" })}`;
}

/** The orders of one day. */
export function dayUrl(slice: string, day: string): string {
  return linesUrl(slice, { from: day, to: day });
}

/** The orders of a part of a day. */
export function dayPartUrl(slice: string, day: string, part: DayPart): string {
  return `${dayUrl(slice, day)}&${new URLSearchParams({ part: dayPartText(part) })}`;
}

/** The orders of one hour of a day, by the shop's clock. */
export function hourUrl(slice: string, day: string, hour: number): string {
  return dayPartUrl(slice, day, { first: hour, last: hour });
}

/** The orders or people that a share of people is taken of, of a slice in a range of days. */
export function peopleUrl(
  of: PeopleOf,
  slice: string,
  { from, to }: Range,
  more: { within?: string; channel?: string } = {},
): string {
  return `/app/insights/people?${new URLSearchParams({ of, slice, from, to, ...more })}`;
}

/** The checkouts with a campaign's code that began in a range of days: those that were ordered, or the others. */
export function checkoutsUrl(of: CheckoutsOf, campaignId: string, { from, to }: Range): string {
  return `/app/campaigns/${campaignId}/checkouts?${new URLSearchParams({ of, from, to })}`;
}
