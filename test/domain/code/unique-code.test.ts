import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SAFE_ALPHABET } from "#app/domain/code/alphabet.ts";
import {
  spaceSize,
  uniqueCode,
  uniqueCodes,
  UNIQUE_LENGTH_MAX,
  UNIQUE_LENGTH_MIN,
} from "#app/domain/code/unique-code.ts";

const KEY = Uint8Array.from({ length: 16 }, (_, i) => i * 17);

const anyKey = fc.uint8Array({ minLength: 16, maxLength: 16 });
const anyLength = fc.integer({ min: UNIQUE_LENGTH_MIN, max: UNIQUE_LENGTH_MAX });

test("the alphabet has no vowels and no two letters people confuse", () => {
  expect(new Set(SAFE_ALPHABET).size).toBe(22);
  expect([...SAFE_ALPHABET].sort().join("")).toBe(SAFE_ALPHABET);
  for (const pair of ["0OQD", "1IL", "2Z", "5S", "6G", "8B", "UV"]) {
    const kept = [...pair].filter((letter) => SAFE_ALPHABET.includes(letter));
    expect(kept.length).toBeLessThanOrEqual(1);
  }
  expect(SAFE_ALPHABET).not.toMatch(/[AEIOUY]/);
});

test("a code stays what it was: stored codes are made again from their index", () => {
  const codes = uniqueCodes({ key: KEY, prefix: "XMAS26-", length: 8 });
  expect([0, 1, 2, 1_000_000].map(codes)).toMatchInlineSnapshot(`
    [
      "XMAS26-P22CK2F5",
      "XMAS26-B2K39RX3",
      "XMAS26-DR2FX9GJ",
      "XMAS26-B3BMNDXF",
    ]
  `);
  expect(codes(2)).toBe(uniqueCode({ key: KEY, prefix: "XMAS26-", length: 8, index: 2 }));
});

test("every code of a whole small space is there exactly once", () => {
  const size = spaceSize(4);
  const codes = uniqueCodes({ key: KEY, prefix: "", length: 4 });
  const seen = new Set<string>();
  for (let i = 0; i < size; i++) seen.add(codes(i));
  expect(seen.size).toBe(size);
  expect(() => codes(size)).toThrow(RangeError);
});

test("codes are unique, of the asked shape, and can be made from any point", () => {
  fc.assert(
    fc.property(
      anyKey,
      anyLength,
      fc.nat(),
      fc.integer({ min: 1, max: 300 }),
      (key, length, at, n) => {
        const start = at % Math.max(1, Math.min(spaceSize(length), 2 ** 31) - n);
        const codes = uniqueCodes({ key, prefix: "P-", length });
        const made = Array.from({ length: n }, (_, i) => codes(start + i));
        expect(new Set(made).size).toBe(n);
        for (const code of made) {
          expect(code.startsWith("P-")).toBe(true);
          expect(code.length).toBe(2 + length);
          expect([...code.slice(2)].every((letter) => SAFE_ALPHABET.includes(letter))).toBe(true);
        }
      },
    ),
    { numRuns: 200 },
  );
});

describe("codes give nothing away", () => {
  test("another key gives other codes", () => {
    const other = Uint8Array.from(KEY);
    other[15]! ^= 1;
    const a = uniqueCodes({ key: KEY, prefix: "", length: 10 });
    const b = uniqueCodes({ key: other, prefix: "", length: 10 });
    const same = Array.from({ length: 1000 }, (_, i) => i).filter((i) => a(i) === b(i));
    expect(same).toEqual([]);
  });

  test("letters are spread evenly at every place, and neighbours do not resemble each other", () => {
    const codes = uniqueCodes({ key: KEY, prefix: "", length: 8 });
    const count = 22_000;
    const places = Array.from({ length: 8 }, () => new Map<string, number>());
    let sameAsNext = 0;
    for (let i = 0; i < count; i++) {
      const code = codes(i);
      const next = codes(i + 1);
      [...code].forEach((letter, place) => {
        const seen = places[place]!;
        seen.set(letter, (seen.get(letter) ?? 0) + 1);
        if (next[place] === letter) sameAsNext++;
      });
    }
    for (const seen of places) {
      const chiSquared = [...seen.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
      // 21 degrees of freedom: 60 is exceeded by chance in 1 of 80,000 cases.
      expect(chiSquared).toBeLessThan(60);
    }
    expect(sameAsNext / (count * 8)).toBeCloseTo(1 / 22, 2);
  });
});

test.each([
  [{ key: new Uint8Array(15), prefix: "", length: 8 }],
  [{ key: KEY, prefix: "", length: 3 }],
  [{ key: KEY, prefix: "", length: 15 }],
  [{ key: KEY, prefix: "", length: 8.5 }],
])("what cannot be made is a bug: case %#", (space) => {
  expect(() => uniqueCodes(space)).toThrow(RangeError);
});
