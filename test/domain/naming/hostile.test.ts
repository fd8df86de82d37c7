import fc from "fast-check";
import { expect, test } from "vitest";
import { compileConvention } from "#app/domain/naming/convention.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import { parseName } from "#app/domain/naming/parse.ts";
import { compiled } from "./compiled.ts";

const word = (id: string, max = 64): Field => ({
  id,
  label: id,
  type: { kind: "word", min: 1, max, charset: "letters" },
});

/** Milliseconds of the fastest of five runs: how long it takes, not how busy the machine is. */
function fastest(run: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

test("names that make regular expressions run forever are answered at once", () => {
  const convention = compiled("{a}_{b}_{c}", [word("a"), word("b"), word("c")]);
  const hostile = [
    "A".repeat(64) + "_" + "A".repeat(64) + "_" + "A".repeat(64) + "!",
    "A_".repeat(127),
    "A".repeat(255),
  ];
  for (const text of hostile) {
    expect(fastest(() => parseName(convention, text))).toBeLessThan(100);
    expect(parseName(convention, text)).toMatchObject({ ok: false });
  }
});

test("endless names are refused by their length", () => {
  const convention = compiled("{season}{yy}_{offer}");
  for (const text of ["A".repeat(10_000), " ".repeat(10_000_000), "\u202e".repeat(10_000)]) {
    expect(fastest(() => parseName(convention, text))).toBeLessThan(100);
    expect(parseName(convention, text)).toMatchObject({ ok: false, suggestions: [] });
  }
});

test("conventions with very many names, or very long lists, are compiled in bounded time", () => {
  const values = Array.from({ length: 1500 }, (_, i) => ({ value: `PARTNER${i}`, label: `${i}` }));
  const partner: Field = { id: "partner", label: "partner", type: { kind: "list", values } };
  const start = performance.now();
  expect(compileConvention("{partner}_{a}_{b}", [partner, word("a"), word("b")])).toMatchObject({
    ok: true,
  });
  expect(
    compileConvention(
      "{a}{b}{c}",
      ["a", "b", "c"].map((id) => word(id)),
    ),
  ).toMatchObject({
    ok: false,
  });
  expect(performance.now() - start).toBeLessThan(5000);
});

test("no text whatever makes reading a name or a convention throw", () => {
  const convention = compiled("{season}{yy}_{offer}[_{channel}]");
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(parseName(convention, text).ok).toBe(false);
      expect(typeof compileConvention(text, BUILT_IN_FIELDS).ok).toBe("boolean");
    }),
    { numRuns: 500, seed: 26 },
  );
  const pieces = fc.constantFrom(
    "{season}",
    "{yy}",
    "{offer}",
    "{",
    "}",
    "[",
    "]",
    "_",
    "A",
    "{__proto__}",
    " ",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const result = compileConvention(parts.join(""), BUILT_IN_FIELDS);
      expect(result.ok || result.errors.every(({ position }) => position >= 1)).toBe(true);
    }),
    { numRuns: 500, seed: 26 },
  );
});
