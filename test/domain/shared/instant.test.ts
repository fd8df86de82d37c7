import { expect, test } from "vitest";

import { readInstant } from "#app/domain/shared/instant.ts";

test.each([
  ["2026-06-01T10:00:00Z", "2026-06-01T10:00:00.000Z"],
  ["2026-06-01T10:00:00+02:00", "2026-06-01T08:00:00.000Z"],
  ["2026-06-01T10:00:00.123456-0330", "2026-06-01T13:30:00.123Z"],
  ["2026-06-01T10:00+02", "2026-06-01T08:00:00.000Z"],
  // As Shopify's own exports write it.
  ["2026-06-01 10:00:00 -0400", "2026-06-01T14:00:00.000Z"],
  ["2026-06-01 10:00:00 UTC", "2026-06-01T10:00:00.000Z"],
  ["2028-02-29", "2028-02-29T00:00:00.000Z"],
  [" 2026-06-01t10:00:00z ", "2026-06-01T10:00:00.000Z"],
  ["0099-01-01T00:00:00Z", "0099-01-01T00:00:00.000Z"],
])("%j is an instant", (text, instant) => {
  expect(readInstant(text)?.toISOString()).toBe(instant);
});

test.each([
  ...["", "soon", "order 7", "1", "2026", "2026-06", "tomorrow 5", "foo 2020", "6/1/2026"],
  ...["2026-02-30T10:00:00Z", "2027-02-29", "2026-13-01", "2026-06-00", "2026-06-01T25:00:00Z"],
  ...[
    "2026-06-01T10:00:60Z",
    "2026-06-01T10",
    "+012026-06-01T00:00:00Z",
    "2026-06-01T10:00:00 CET",
  ],
])("%j is none", (text) => {
  expect(readInstant(text)).toBeNull();
});

test("without a zone it is in UTC, wherever the machine is", () => {
  const before = process.env["TZ"];
  try {
    for (const zone of ["America/New_York", "Asia/Tokyo"]) {
      process.env["TZ"] = zone;
      expect(readInstant("2026-01-31T23:30:00")?.toISOString()).toBe("2026-01-31T23:30:00.000Z");
    }
  } finally {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  }
});
