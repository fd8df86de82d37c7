import { settle } from "./settle.ts";

/** An instant as a date in the shop's time zone: "Jun 1, 2026". */
export function formatDate(iso: string, timeZone: string, locale: string): string {
  return settle(
    new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }).format(new Date(iso)),
  );
}

/** An instant to the minute, with the zone named: "Jun 1, 2026, 10:00 AM GMT+2". */
export function formatMoment(iso: string, timeZone: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone,
  });
  return settle(format.format(new Date(iso)));
}

/**
 * A shop-local day ("2026-06-01"): "Jun 1", and "Jun 1, 2026" where that is not in `year`, null being none. It is a date
 * already, so no time zone may move it.
 */
export function formatDay(
  day: string,
  locale: string,
  year: string | null = day.slice(0, 4),
): string {
  const format = new Intl.DateTimeFormat(locale, {
    ...(day.slice(0, 4) === year ? {} : { year: "numeric" }),
    month: "short",
    day: "numeric",
    timeZone: "UTC",
  });
  return settle(format.format(new Date(`${day}T00:00:00Z`)));
}

/** From a day to another: "Jun 1 – Jun 30". Both have their years if either needs one, or these differ. */
export function formatDays(
  { from, to }: { from: string; to: string },
  locale: string,
  year: string,
): string {
  const isPlain = [from, to].every((day) => day.slice(0, 4) === year);
  return [from, to].map((day) => formatDay(day, locale, isPlain ? year : null)).join(" – ");
}

/**
 * The local days that were counted, "2026-11-01/2026-11-30", as they go on in a sentence: "from Nov 1 to Nov 30",
 * "on Nov 23". Flags of before have keys of the calendar: "in week 48 of 2026", "in November 2026", "in quarter 4 of 2026".
 */
export function formatPeriod(key: string, locale: string): string {
  const [first = "", last] = key.split("/");
  if (last !== undefined && last !== first)
    return `from ${formatDay(first, locale)} to ${formatDay(last, locale)}`;
  if (last !== undefined) return `on ${formatDay(first, locale)}`;
  const [, year = "", unit, number] = /^(\d{4})-([WQ]?)0?(\d+)$/.exec(key) ?? [];
  if (number === undefined) return `on ${formatDay(key, locale)}`;
  if (unit === "W") return `in week ${number} of ${year}`;
  if (unit === "Q") return `in quarter ${number} of ${year}`;
  const month = new Date(Date.UTC(Number(year), Number(number) - 1, 1));
  const format = new Intl.DateTimeFormat(locale, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return `in ${settle(format.format(month))}`;
}

/** Wall-clock text of a `datetime-local` field ("2026-06-01T10:00") as people read it; other text as it stands. */
export function formatLocal(local: string, locale: string): string {
  const at = new Date(`${local}Z`);
  if (Number.isNaN(at.getTime())) return local;
  const options = { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" } as const;
  return settle(new Intl.DateTimeFormat(locale, options).format(at));
}

/** The shop's wall clock as a `datetime-local` field wants it: "2026-06-01T10:00". */
export function shopLocalMinute(iso: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en-US", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  const part = Object.fromEntries(
    format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]),
  );
  return `${part["year"]}-${part["month"]}-${part["day"]}T${part["hour"]}:${part["minute"]}`;
}
