import { addDays } from "#app/domain/shared/days.ts";
import { weekdayOf } from "../spell-day.ts";

/**
 * Named sales whose dates are the same for everybody: the day in a year, and how many days before
 * and after it people still sell by its name. Mother’s Day differs by country, and summer is
 * winter for half the world: they are not here.
 */
type SeasonDay = { days: (year: number) => string[]; before: number; after: number };

const on = (monthDay: string) => (year: number) => [`${year}-${monthDay}`];

/** The day after the fourth Thursday of November. */
function blackFriday(year: number): string {
  const first = `${year}-11-01`;
  return addDays(first, ((4 - weekdayOf(first) + 7) % 7) + 22);
}

const SEASON_DAYS: ReadonlyMap<string, SeasonDay> = new Map([
  ["BLACKFRIDAY", { days: (year) => [blackFriday(year)], before: 28, after: 7 }],
  ["CYBERMONDAY", { days: (year) => [addDays(blackFriday(year), 3)], before: 10, after: 7 }],
  ["XMAS", { days: on("12-25"), before: 55, after: 14 }],
  // Until the latest lunar new year, 21 February.
  ["NEWYEAR", { days: on("01-01"), before: 14, after: 52 }],
  ["VALENTINES", { days: on("02-14"), before: 31, after: 3 }],
  ["EASTER", { days: (year) => [easter(year), orthodoxEaster(year)], before: 31, after: 8 }],
  ["HALLOWEEN", { days: on("10-31"), before: 50, after: 3 }],
  ["SINGLESDAY", { days: on("11-11"), before: 21, after: 4 }],
]);

/** Whether a named sale may run on some day from `first` to `last`; null for names without dates. */
export function isSeasonWithin(name: string, first: string, last: string): boolean | null {
  const season = SEASON_DAYS.get(name);
  if (!season) return null;
  if (addDays(first, 366) <= last) return true;
  const from = Number(first.slice(0, 4)) - 1;
  return [from, from + 1, from + 2, from + 3]
    .flatMap(season.days)
    .some((day) => addDays(day, -season.before) <= last && addDays(day, season.after) >= first);
}

/** Easter Sunday of the western churches (the Gregorian computus, as Butcher gave it). */
export function easter(year: number): string {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leapsLeftOut = century - Math.floor(century / 4);
  const moonShift = Math.floor((8 * century + 13) / 25);
  const raw = (19 * golden + leapsLeftOut - moonShift + 15) % 30;
  // The full moon is moved where the tables allow no later one.
  const moon = raw - (raw === 29 || (raw === 28 && golden > 10) ? 1 : 0);
  const fullMoon = addDays(`${year}-03-21`, moon);
  return addDays(fullMoon, 7 - weekdayOf(fullMoon));
}

/** Easter Sunday of the eastern churches, by the Julian calendar, as a Gregorian day (1900–2099). */
export function orthodoxEaster(year: number): string {
  const moon = (19 * (year % 19) + 15) % 30;
  const fullMoon = addDays(`${year}-03-21`, moon + 13);
  return addDays(fullMoon, 7 - weekdayOf(fullMoon));
}
