/** The shop's wall clock at an instant, as `LocalTime` speaks: no zone, compared as text. */
export type WallClock = { readonly date: string; readonly time: string; readonly dateTime: string };

export function wallClock(now: Date, timeZone: string): WallClock {
  const parts = new Map(
    new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    })
      .formatToParts(now)
      .map((part) => [part.type, part.value]),
  );
  const pick = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? "";
  const date = `${pick("year")}-${pick("month")}-${pick("day")}`;
  const time = `${pick("hour")}:${pick("minute")}:${pick("second")}`;
  return { date, time, dateTime: `${date}T${time}` };
}
