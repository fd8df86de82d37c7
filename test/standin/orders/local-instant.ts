const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant as REST writes it: whole seconds, on the shop's wall clock, with its offset then. */
export function localInstant(instant: Date, timeZone: string): string {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const pick = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? "";
  const offset = pick("timeZoneName").replace("GMT", "") || "+00:00";
  const date = `${pick("year")}-${pick("month")}-${pick("day")}`;
  return `${date}T${pick("hour")}:${pick("minute")}:${pick("second")}${offset}`;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "longOffset",
  });
  formats.set(timeZone, format);
  return format;
}
