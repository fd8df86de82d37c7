import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readLocalTime, type LocalTime } from "#app/domain/schedule/local-time.ts";
import { zoneOf } from "#app/infra/zone.server.ts";

/** As short as a table can say it. */
function said(time: LocalTime): string {
  const utc = (instant: Date) => instant.toISOString().slice(0, 16) + "Z";
  switch (time.kind) {
    case "once":
      return utc(time.instant);
    case "twice":
      return `${utc(time.earlier)} or ${utc(time.later)}`;
    case "skipped":
      return `between ${time.before} and ${time.after}`;
    case "none":
      return "none";
  }
}

describe.each([
  ["Europe/Berlin", "2026-07-01T09:00", "2026-07-01T07:00Z"],
  ["Europe/Berlin", "2026-12-01T09:00", "2026-12-01T08:00Z"],
  ["Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59Z"],
  ["Europe/Berlin", "2026-03-29T02:00", "between 2026-03-29T01:59 and 2026-03-29T03:00"],
  ["Europe/Berlin", "2026-03-29T02:59", "between 2026-03-29T01:59 and 2026-03-29T03:00"],
  ["Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00Z"],
  ["Europe/Berlin", "2026-10-25T01:59", "2026-10-24T23:59Z"],
  ["Europe/Berlin", "2026-10-25T02:00", "2026-10-25T00:00Z or 2026-10-25T01:00Z"],
  ["Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30Z or 2026-10-25T01:30Z"],
  ["Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00Z"],
  ["America/New_York", "2026-03-08T02:30", "between 2026-03-08T01:59 and 2026-03-08T03:00"],
  ["America/New_York", "2026-11-01T01:30", "2026-11-01T05:30Z or 2026-11-01T06:30Z"],
  ["America/New_York", "2026-11-01T02:00", "2026-11-01T07:00Z"],
  // Half an hour, between +10:30 and +11.
  ["Australia/Lord_Howe", "2026-10-04T02:15", "between 2026-10-04T01:59 and 2026-10-04T02:30"],
  ["Australia/Lord_Howe", "2026-10-04T02:30", "2026-10-03T15:30Z"],
  ["Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45Z or 2026-04-04T15:15Z"],
  ["Australia/Lord_Howe", "2026-04-05T02:00", "2026-04-04T15:30Z"],
  // Samoa left out a whole day when it moved across the date line.
  ["Pacific/Apia", "2011-12-30T12:00", "between 2011-12-29T23:59 and 2011-12-31T00:00"],
  ["Pacific/Apia", "2011-12-29T23:59", "2011-12-30T09:59Z"],
  ["Pacific/Apia", "2011-12-31T00:00", "2011-12-30T10:00Z"],
  ["Pacific/Apia", "2026-10-04T02:30", "2026-10-03T13:30Z"],
  // No daylight saving.
  ["Asia/Kolkata", "2026-03-29T02:30", "2026-03-28T21:00Z"],
  ["Asia/Kathmandu", "2026-10-25T02:30", "2026-10-24T20:45Z"],
  ["Etc/UTC", "2026-10-25T02:30", "2026-10-25T02:30Z"],
  ["Pacific/Kiritimati", "2026-10-25T02:30", "2026-10-24T12:30Z"],
  ["Etc/UTC", "2026-02-30T10:00", "none"],
  ["Etc/UTC", "tomorrow", "none"],
  ["Etc/UTC", "2026-10-25T24:00", "none"],
])("%s: %s", (name, text, expected) => {
  test(`is ${expected}`, () => expect(said(readLocalTime(zoneOf(name), text))).toBe(expected));
});

const ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo"];
const MINUTES = { min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2037, 0) / 60_000 };

test("every instant is found again by what its clock shows", () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), fc.integer(MINUTES), (name, minute) => {
      const zone = zoneOf(name);
      const instant = new Date(minute * 60_000);
      const read = readLocalTime(zone, zone.wallClockOf(instant));
      const found = read.kind === "once" ? [read.instant] : [];
      const both = read.kind === "twice" ? [read.earlier, read.later] : found;
      expect(both.map(Number)).toContain(Number(instant));
    }),
    { numRuns: 300 },
  );
});

test("the two times beside a skipped one are a minute apart", () => {
  const zone = zoneOf("Europe/Berlin");
  const read = readLocalTime(zone, "2027-03-28T02:10");
  if (read.kind !== "skipped") throw new Error("It was to be skipped.");
  const [before, after] = [read.before, read.after].map((text) => {
    const time = readLocalTime(zone, text);
    return time.kind === "once" ? time.instant.getTime() : NaN;
  });
  expect((after ?? 0) - (before ?? 0)).toBe(60_000);
});
