import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { cartLinesDiscountsGenerateRun } from "#guard/src/index.ts";
import type { GuardInput } from "#guard/generated/api.ts";
import { FIXTURES } from "./fixture.ts";
import { guardInput } from "./guard-input.ts";
import { sandboxed, type Sandboxed } from "./sandbox.ts";

let bundle: Sandboxed;
beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  bundle = await sandboxed();
});
afterAll(() => bundle.dispose());

const inputs = Object.values(FIXTURES).map(({ checkout }) => guardInput(checkout));

const wrong = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, 0, -1, 1e308, "", "1;;", "1;", [], {}, [[]], {
    value: null,
  }),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Whatever stands at a path, replaced; also where there was nothing. */
function replaced(value: unknown, path: readonly number[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== "object" || value === null) return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)] ?? "0";
  const child = replaced((value as Record<string, unknown>)[key], rest, by);
  return Array.isArray(value)
    ? value.map((old: unknown, i) => (String(i) === key ? child : old))
    : { ...value, [key]: child };
}

/** A string somewhere, with characters cut out, put in or exchanged. */
function damaged(text: string, at: number, by: string, drop: number): string {
  const from = text.length === 0 ? 0 : at % text.length;
  return text.slice(0, from) + by + text.slice(from + drop);
}

const anyInput = fc
  .record({
    input: fc.constantFrom(...inputs),
    wrongs: fc.array(
      fc.record({ path: fc.array(fc.nat({ max: 9 }), { maxLength: 6 }), by: wrong }),
      { maxLength: 3 },
    ),
    damage: fc.record({
      at: fc.nat(),
      by: fc.constantFrom("", ";", ",", "|", "#", "=", "%", "é", "9"),
      drop: fc.nat({ max: 5 }),
    }),
    damages: fc.boolean(),
  })
  .map(({ input, wrongs, damage, damages }) => {
    const start = JSON.parse(JSON.stringify(input), (key, value: unknown) =>
      damages && key === "value" && typeof value === "string"
        ? damaged(value, damage.at, damage.by, damage.drop)
        : value,
    ) as unknown;
    return wrongs.reduce<unknown>((value, { path, by }) => replaced(value, path, by), start);
  });

/** What the schema asks of an output: operations that reject codes, each with a message. */
function isOutput(output: unknown): boolean {
  const { operations } = output as {
    operations: { enteredDiscountCodesReject: { codes: { code: string }[]; message: string } }[];
  };
  return operations.every(
    ({ enteredDiscountCodesReject: { codes, message } }) =>
      codes.length > 0 &&
      codes.every(({ code }) => typeof code === "string") &&
      message.length > 10,
  );
}

test("nothing in the input makes the function throw, and its answer is always one", () => {
  let answers = 0;
  fc.assert(
    fc.property(anyInput, (input) => {
      const output = cartLinesDiscountsGenerateRun(input as GuardInput);
      expect(isOutput(output)).toBe(true);
      answers += output.operations.length;
    }),
    { numRuns: 5000, seed: 2026 },
  );
  expect(answers).toBeGreaterThan(500);
});

test("the bundle answers as the source, whatever it is given", () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      // Through JSON, as Shopify's input is.
      const given = JSON.parse(JSON.stringify(input) ?? "null") as GuardInput;
      expect(bundle.run(given)).toEqual(cartLinesDiscountsGenerateRun(given));
    }),
    { numRuns: 2000, seed: 7 },
  );
});
