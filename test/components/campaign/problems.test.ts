import { describe, expect, it } from "vitest";
import { sortProblems } from "#app/components/campaign/form/problems.ts";

describe("sortProblems", () => {
  it("puts each problem beside its field, the first one of each", () => {
    const { byField, general } = sortProblems([
      { field: "percentage", message: "Too high." },
      { field: "percentage", message: "Too many decimals." },
      { field: "endsAt", message: "Before the start." },
    ]);
    expect([...byField]).toEqual([
      ["percentage", "Too high."],
      ["endsAt", "Before the start."],
    ]);
    expect(general).toEqual([]);
  });

  it("swallows nothing: what belongs to no field of the form is said in general", () => {
    const { byField, general } = sortProblems([
      { field: "", message: "Shopify is not reachable." },
      { field: "notAField", message: "Something else." },
    ]);
    expect(byField.size).toBe(0);
    expect(general).toEqual(["Shopify is not reachable.", "Something else."]);
  });
});
