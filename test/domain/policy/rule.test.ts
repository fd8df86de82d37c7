import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SAFE_ALPHABET } from "#app/domain/code/alphabet.ts";
import { matches, rulesOverlap, type RuleMatch } from "#app/domain/policy/rule.ts";

const code = (key: string): RuleMatch => ({ kind: "code", key });
const unique = (prefix: string, length: number, alphabet: "safe" | "any" = "safe"): RuleMatch => ({
  kind: "unique",
  prefix,
  length,
  alphabet,
});

describe("matches", () => {
  test.each([
    [code("SALE"), "SALE", true],
    [code("SALE"), "SALE2", false],
    [unique("XM-", 4), "XM-BCDF", true],
    [unique("XM-", 4), "XM-BCD", false],
    [unique("XM-", 4), "XM-BCDFG", false],
    [unique("XM-", 4), "XM-BCDA", false],
    [unique("XM-", 4), "XN-BCDF", false],
    [unique("", 4), "BCDF", true],
    [unique("XM-", 4, "any"), "XM-B0A1", true],
    [unique("XM-", 4, "any"), "XM-B0_1", false],
    [unique("XM-", 4), "XM-B0A1", false],
  ])("case %#", (match, key, expected) => {
    expect(matches(match, key)).toBe(expected);
  });
});

describe("overlap", () => {
  test.each([
    [code("SALE"), code("SALE"), true],
    [code("SALE"), code("SALE2"), false],
    [code("XM-BCDF"), unique("XM-", 4), true],
    [code("XM-SALE"), unique("XM-", 4), false],
    [unique("XM-", 4), unique("XM-", 5), false],
    [unique("XM-", 4), unique("XM", 5), true],
    [unique("XMB", 4), unique("XM", 5), true],
    [unique("XM", 4), unique("XN", 4), false],
    [unique("", 8), unique("BCDF", 4), true],
    [unique("XM-", 4), unique("XM-", 4, "any"), true],
    [code("XM-SALE"), unique("XM-", 4, "any"), true],
  ])("case %#", (a, b, expected) => {
    expect(rulesOverlap(a, b)).toBe(expected);
    expect(rulesOverlap(b, a)).toBe(expected);
  });

  test("two rules that some code matches always overlap", () => {
    const letters = fc.constantFrom(...SAFE_ALPHABET.slice(0, 4), "-", "A");
    const text = fc.string({ unit: letters, minLength: 0, maxLength: 4 });
    const match = fc.oneof(
      fc.string({ unit: letters, minLength: 1, maxLength: 8 }).map(code),
      fc
        .tuple(text, fc.integer({ min: 4, max: 6 }))
        .map(([prefix, n]) => unique(prefix, n, n % 2 === 0 ? "any" : "safe")),
    );
    const tail = fc.string({ unit: letters, minLength: 4, maxLength: 6 });
    fc.assert(
      fc.property(match, match, tail, (a, b, end) => {
        const key = a.kind === "code" ? a.key : a.prefix + end;
        if (matches(a, key) && matches(b, key)) expect(rulesOverlap(a, b)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
