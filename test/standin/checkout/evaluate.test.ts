import { describe, expect, it } from "vitest";
import { evaluate, type EvaluateOptions } from "./evaluate.ts";
import { context, discount, PERCENT_10 } from "./fixtures/cart.ts";

const known = new Map([
  ["summer26", discount(PERCENT_10)],
  ["over", discount(PERCENT_10, { id: "over", endsAt: new Date("2026-02-01T00:00:00Z") })],
]);

function judge(codes: readonly string[], changes: Partial<EvaluateOptions> = {}) {
  return evaluate({
    codes,
    discountOf: (code) => known.get(code.toLowerCase()),
    context: context(),
    askFunctions: () => Promise.resolve([]),
    codesForFunctions: "eligible",
    ...changes,
  });
}

describe("evaluating entered codes", () => {
  it("accepts, prices and keeps what was typed", async () => {
    const { verdicts, price } = await judge(["Summer26"]);
    expect(verdicts).toEqual([{ code: "Summer26", status: "accepted", by: "native" }]);
    expect(price).toMatchObject({ subtotal: 3_980, discounts: 398, shipping: 500, total: 4_082 });
  });

  it("knows unknown codes from expired ones, and tells the shopper neither", async () => {
    const { verdicts } = await judge(["NOPE", "OVER"]);
    expect(verdicts).toMatchObject([
      { by: "unknown", message: "Enter a valid discount code" },
      {
        by: "native",
        reason: "DISCOUNT_CURRENTLY_INACTIVE",
        message: "Enter a valid discount code",
      },
    ]);
  });

  it("takes a function's refusal with its message, whatever case it answers in", async () => {
    const { verdicts, price } = await judge(["Summer26"], {
      askFunctions: () => Promise.resolve([{ code: "SUMMER26", message: "Once a month." }]),
    });
    expect(verdicts).toEqual([
      { code: "Summer26", status: "refused", by: "function", message: "Once a month." },
    ]);
    expect(price.discounts).toBe(0);
  });

  it.each([
    ["eligible", ["SUMMER26"]],
    ["existing", ["SUMMER26", "OVER"]],
  ] as const)("shows functions the %s codes", async (codesForFunctions, expected) => {
    const seen: (readonly string[])[] = [];
    await judge(["SUMMER26", "OVER", "NOPE"], {
      codesForFunctions,
      askFunctions: (codes) => {
        seen.push(codes);
        return Promise.resolve([]);
      },
    });
    expect(seen).toEqual([expected]);
  });
});
