import { describe, expect, test } from "vitest";
import { formatName } from "#app/domain/naming/format.ts";
import { compiled } from "./compiled.ts";

const CONVENTION = compiled("{season}{yy}_{offer}[_{channel}-{campaign}]");

describe("writes", () => {
  test.each([
    [{ season: "SUMMER", yy: "26", offer: "FREESHIP" }, "SUMMER26_FREESHIP"],
    [{ season: " summer ", yy: "26", offer: "15off" }, "SUMMER26_15OFF"],
    [{ season: "XMAS", yy: "26", offer: "5EUROFF", channel: "" }, "XMAS26_5EUROFF"],
    [
      { season: "XMAS", yy: "26", offer: "FREESHIP", channel: "IG", campaign: "LAURA" },
      "XMAS26_FREESHIP_IG-LAURA",
    ],
  ])("%j", (dimensions, name) => {
    expect(formatName(CONVENTION, dimensions)).toEqual({ ok: true, name });
  });
});

describe("refuses, field by field", () => {
  test.each([
    [{ season: "SUMER", yy: "26", offer: "FREESHIP" }, ["season"]],
    [{ season: "FALL", yy: "26", offer: "FREESHIP" }, ["season"]],
    [{ season: "SUMMER", yy: "2026", offer: "0OFF" }, ["yy", "offer"]],
    [{ yy: "26" }, ["season", "offer"]],
    [{ season: "SUMMER", yy: "26", offer: "FREESHIP", channel: "IG" }, ["campaign"]],
    [{ season: "SUMMER", yy: "26", offer: "FREESHIP", other: "X" }, ["other"]],
    [{ season: "SUMMER", yy: "26", offer: "A".repeat(10_000) }, ["offer"]],
  ])("%#: %j", (dimensions, fields) => {
    const formatted = formatName(CONVENTION, dimensions);
    expect(formatted.ok === false && formatted.errors.map(({ field }) => field)).toEqual(fields);
  });

  test("in the merchant's words", () => {
    const formatted = formatName(compiled("{yy}_{offer}"), { yy: "2026", offer: "" });
    expect(formatted).toEqual({
      ok: false,
      errors: [
        {
          field: "yy",
          message: "“2026” is not a two-digit year. Expected two digits, such as 26.",
        },
        {
          field: "offer",
          message:
            "Choose an offer. Expected FREESHIP, DISCOUNT, a percentage such as 15OFF or an amount such as 10EUROFF.",
        },
      ],
    });
  });
});
