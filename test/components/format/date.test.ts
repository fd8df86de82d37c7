import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatDate,
  formatDay,
  formatDays,
  formatLocal,
  formatMoment,
  formatPeriod,
  shopLocalMinute,
} from "#app/components/format/date.ts";

describe("an instant", () => {
  it("is shown in the shop's time zone, not the reader's", () => {
    expect(formatDate("2026-06-01T23:30:00Z", "Europe/Berlin", "en")).toBe("Jun 2, 2026");
    expect(formatDate("2026-06-01T23:30:00Z", "America/New_York", "en")).toBe("Jun 1, 2026");
  });

  it("names the zone when it is exact", () => {
    const text = formatMoment("2026-06-01T08:00:00Z", "Europe/Berlin", "en");
    expect(text.replace(/\u00a0/g, " ")).toBe("Jun 1, 2026, 10:00 AM GMT+2");
  });
});

it("a shop-local day stays that day everywhere", () => {
  expect(formatDay("2026-06-01", "en")).toBe("Jun 1");
  expect(formatDay("2026-12-31", "de")).toBe("31. Dez.");
});

describe("days", () => {
  it("say the year where it is another one than the shop’s", () => {
    expect(formatDay("2026-06-01", "en", "2026")).toBe("Jun 1");
    expect(formatDay("2025-06-01", "en", "2026")).toBe("Jun 1, 2025");
  });

  it.each([
    ["2026-10-31", "2026-11-29", "Oct 31 – Nov 29"],
    ["2025-11-30", "2026-11-29", "Nov 30, 2025 – Nov 29, 2026"],
    ["2024-11-30", "2025-11-29", "Nov 30, 2024 – Nov 29, 2025"],
    ["2025-06-01", "2025-06-30", "Jun 1, 2025 – Jun 30, 2025"],
  ])("from %s to %s are %s in 2026", (from, to, words) => {
    expect(formatDays({ from, to }, "en", "2026")).toBe(words);
  });
});

describe("formatLocal", () => {
  it("reads the field's text as it stands, whatever the machine's zone", () => {
    const text = formatLocal("2026-06-10T14:00", "en").replace(/\u00a0/g, " ");
    expect(text).toBe("Jun 10, 2026, 2:00 PM");
  });

  it("shows what is no date as it was typed", () => {
    expect(formatLocal("soon", "en")).toBe("soon");
  });
});

describe("shopLocalMinute", () => {
  it.each([
    ["2026-06-01T08:00:00Z", "Europe/Berlin", "2026-06-01T10:00"],
    ["2026-01-01T00:30:00Z", "America/Los_Angeles", "2025-12-31T16:30"],
    ["2026-01-01T00:00:00Z", "UTC", "2026-01-01T00:00"],
    ["2026-03-29T01:00:00Z", "Europe/Berlin", "2026-03-29T03:00"],
  ])("%s in %s is %s", (iso, zone, local) => {
    expect(shopLocalMinute(iso, zone)).toBe(local);
  });

  it("always has the form a datetime-local field takes", () => {
    const instants = fc.date({
      min: new Date("2000-01-01"),
      max: new Date("2099-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (instant) => {
        const local = shopLocalMinute(instant.toISOString(), "UTC");
        expect(local).toBe(instant.toISOString().slice(0, 16));
      }),
    );
  });
});

describe("formatPeriod", () => {
  it.each([
    ["2026-11-23", "on Nov 23"],
    ["2026-11-23/2026-11-23", "on Nov 23"],
    ["2026-11-01/2026-11-30", "from Nov 1 to Nov 30"],
    ["2026-W08", "in week 8 of 2026"],
    ["2026-02", "in February 2026"],
    ["2026-10", "in October 2026"],
    ["2026-Q4", "in quarter 4 of 2026"],
  ])("%s is “%s”", (key, words) => {
    expect(formatPeriod(key, "en")).toBe(words);
  });
});
