import { describe, expect, it } from "vitest";
import { formatPercent, formatUsed, formatUsedBase } from "#app/components/format/number.ts";

describe("a used share", () => {
  it("stands with its base", () => {
    const share = { used: 386, base: 3_120, of: "codes made" } as const;
    expect(formatUsed(share, "en")).toBe("12.4%");
    expect(formatUsedBase(share, "en")).toBe("386 of 3,120 codes made");
  });

  it("says when the base is the total limit", () => {
    const share = { used: 5, base: 1_000, of: "total cap" } as const;
    expect(formatUsedBase(share, "en")).toBe("5 of 1,000 uses allowed in total");
  });

  it("is not a number when there is nothing to divide by", () => {
    expect(formatUsed({ used: 0, base: 0, of: "codes made" }, "en")).toBe("–");
  });
});

it("percentages have at most one digit after the point", () => {
  expect(formatPercent(0.12345, "en")).toBe("12.3%");
  expect(formatPercent(0.15, "en")).toBe("15%");
});
