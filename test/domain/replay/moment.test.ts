import { expect, test } from "vitest";

import { momentOf } from "#app/domain/replay/moment.ts";
import { BERLIN } from "./zone.ts";

test.each([
  ["2026-06-01", "2026-05-31T22:00:00.000Z", "2026-06-01T22:00:00.000Z"],
  // The day of 25 hours, when clocks go back.
  ["2026-10-25", "2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"],
  ["2026-12-31", "2026-12-30T23:00:00.000Z", "2026-12-31T23:00:00.000Z"],
])("the day %s begins at %s and ends at %s", (day, begins, ends) => {
  expect(momentOf(day, BERLIN, { end: false })?.toISOString()).toBe(begins);
  expect(momentOf(day, BERLIN, { end: true })?.toISOString()).toBe(ends);
});

test.each([
  ["2026-06-01T09:30", "2026-06-01T07:30:00.000Z"],
  ["2026-06-01 09:30", "2026-06-01T07:30:00.000Z"],
  ["2026-06-01T09:30:15", "2026-06-01T07:30:15.000Z"],
  ["2026-06-01T09:30:00Z", "2026-06-01T09:30:00.000Z"],
  ["2026-06-01T09:30:00-04:00", "2026-06-01T13:30:00.000Z"],
  ["2026-06-01T09:30:00.250+02:00", "2026-06-01T07:30:00.250Z"],
])("%s is %s, as a start and as an end", (text, instant) => {
  expect(momentOf(text, BERLIN, { end: false })?.toISOString()).toBe(instant);
  expect(momentOf(text, BERLIN, { end: true })?.toISOString()).toBe(instant);
});

test.each([
  "",
  "soon",
  "2026-02-30",
  "2026-13-01",
  "2026-06-01T25:00",
  "2026-06-01T09:30:75",
  "01.06.2026",
])("“%s” is no moment", (text) => {
  expect(momentOf(text, BERLIN, { end: false })).toBeNull();
});
