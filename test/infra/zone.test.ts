import fc from "fast-check";
import { expect, test } from "vitest";

import { zoneOf } from "#app/infra/zone.server.ts";

// Half-hour offsets and changes (Lord Howe), a change at midnight (Santiago), 45 minutes (Chatham), both sides of the
// date line, a zone without summer time, and one that skipped a whole day (Apia, 30 December 2011).
const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Asia/Kolkata",
  "Pacific/Apia",
  "Pacific/Honolulu",
  "Africa/Casablanca",
];
const minute = fc
  .integer({ min: Date.UTC(2005, 0, 1) / 60_000, max: Date.UTC(2036, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000));
const name = fc.constantFrom(...ZONES);

test("what the clock on the wall shows is read back: the same moment, or an hour earlier where it shows twice", () => {
  fc.assert(
    fc.property(name, minute, (zoneName, instant) => {
      const zone = zoneOf(zoneName);
      const read = zone.instantOf(zone.wallClockOf(instant));
      const earlier = (instant.getTime() - (read?.getTime() ?? 0)) / 60_000;
      expect([0, 30, 60]).toContain(earlier);
      expect(read && zone.wallClockOf(read)).toBe(zone.wallClockOf(instant));
    }),
    { numRuns: 2_000 },
  );
});

test("any time typed is a moment that shows it, or (skipped by the clock) one that shows a little later", () => {
  fc.assert(
    fc.property(name, minute, (zoneName, local) => {
      const typed = local.toISOString().slice(0, 16);
      const read = zoneOf(zoneName).instantOf(typed);
      const shown = read ? zoneOf(zoneName).wallClockOf(read) : "";
      const later = (Date.parse(`${shown}Z`) - Date.parse(`${typed}Z`)) / 60_000;
      // Apia went from 29 to 31 December at midnight: a whole day was skipped.
      expect([0, 30, 60, 24 * 60]).toContain(later);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59:00.000Z"],
  ["Europe/Berlin", "2026-03-29T02:00", "2026-03-29T01:00:00.000Z"],
  ["Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00:00.000Z"],
  ["Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
  ["America/Santiago", "2026-09-06T00:00", "2026-09-06T04:00:00.000Z"],
  ["Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45:00.000Z"],
  ["Pacific/Apia", "2011-12-30T12:00", "2011-12-30T22:00:00.000Z"],
])("%s, %s is %s", (zoneName, typed, instant) => {
  expect(zoneOf(zoneName).instantOf(typed)?.toISOString()).toBe(instant);
});

test.each([
  "",
  "2026-02-30T00:00",
  "2026-06-01",
  "2026-06-01T24:00",
  "2026-06-01T00:60",
  "2026-06-01T00:00:00",
  "26-06-01T00:00",
])("%j is no time", (typed) => {
  expect(zoneOf("Europe/Berlin").instantOf(typed)).toBeNull();
});

test("the day is the shop's own", () => {
  const instant = new Date("2026-06-01T03:00:00Z");
  expect(
    ["Pacific/Honolulu", "Europe/Berlin", "Pacific/Apia"].map((zone) =>
      zoneOf(zone).dayOf(instant),
    ),
  ).toEqual(["2026-05-31", "2026-06-01", "2026-06-01"]);
});

test("a zone that does not exist is an error at once", () => {
  expect(() => zoneOf("Europe/Atlantis")).toThrow(RangeError);
});
