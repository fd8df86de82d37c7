import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ALPHABETS, SAFE_ALPHABET } from "#app/domain/code/alphabet.ts";
import { spaceSize, type CodeShape } from "#app/domain/code/code-space.ts";
import {
  serialOf,
  uniqueCode,
  uniqueCodeLines,
  uniqueCodes,
} from "#app/domain/code/unique-code.ts";
import { ALPHABET_NAMES, anySpace } from "./generated.ts";

const KEY = Uint8Array.from({ length: 16 }, (_, i) => i * 17);
const OTHER_KEY = Uint8Array.from({ length: 16 }, (_, i) => (i * 73 + 201) & 255);
const safe = (length: number, prefix = "") => ({
  key: KEY,
  prefix,
  length,
  alphabet: "safe" as const,
  check: false,
});

test("the safe alphabet has no vowels and no two letters people confuse", () => {
  expect(new Set(SAFE_ALPHABET).size).toBe(22);
  expect([...SAFE_ALPHABET].sort().join("")).toBe(SAFE_ALPHABET);
  for (const pair of ["0OQD", "1IL", "2Z", "5S", "6G", "8B", "UV"]) {
    const kept = [...pair].filter((letter) => SAFE_ALPHABET.includes(letter));
    expect(kept.length).toBeLessThanOrEqual(1);
  }
  expect(SAFE_ALPHABET).not.toMatch(/[AEIOUY]/);
});

describe("a code stays what it was: stored codes are made again from their index", () => {
  test("of a batch with a prefix", () => {
    const codes = uniqueCodes(safe(8, "XMAS26-"));
    expect([0, 1, 2, 1_000_000].map(codes)).toEqual([
      "XMAS26-P22CK2F5",
      "XMAS26-B2K39RX3",
      "XMAS26-DR2FX9GJ",
      "XMAS26-B3BMNDXF",
    ]);
    expect(codes(2)).toBe(uniqueCode({ ...safe(8, "XMAS26-"), index: 2 }));
  });

  // Made before there were other alphabets and check characters; the first, the second, one
  // further on, and the last there is.
  test.each<[number, number, string, string, string, string]>([
    [4, 234255, "FVCD", "DCFD", "3WNP", "FRWK"],
    [5, 5153631, "XJGFV", "GV333", "CRG47", "JMHMJ"],
    [6, 113379903, "MMFNRK", "CMKH5K", "3T4RHT", "TCC4FK"],
    [7, 2494357887, "NK54PCH", "27P27BP", "DD75XVP", "TWM5XBH"],
    [8, 54875873535, "P5735RHW", "35FHND7D", "W497WN53", "BP4BCXMW"],
    [9, 1207269217791, "J2PBMR7WC", "HCHDBNWVB", "2VRM5FC54", "PKRHC434W"],
    [10, 26559922791423, "7H25HVN9J4", "CXCKR9VMHK", "BVXKNG9BWB", "3JFKC34WNG"],
    [11, 584318301411327, "DCP74P5P73F", "XF4NNVB9R47", "VNCNWTPPPPK", "7MV3KD74497"],
    [12, 9007199254740990, "NFGFHWDV9GFC", "KJMXJF7KVX2R", "RHJGM7JRCRWR", "W94N94PH33XM"],
    [13, 9007199254740990, "XBTTNGPNB9N9D", "PCGRTN4XG7FM9", "3DP4HCM3HTTHV", "XC5H3MTP3DNP3"],
    [14, 9007199254740990, "XRPFHPKPRVV2MN", "5RHNC2PGFK2N25", "GKR2VCKHBCGJWD", "FX4KP5KFPB3C4C"],
  ])("with %i letters", (length, last, ...made) => {
    const codes = uniqueCodes({ ...safe(length), key: OTHER_KEY });
    expect([0, 1, 77_777, last].map(codes)).toEqual(made);
    expect(() => codes(last + 1)).toThrow(RangeError);
  });
});

test.each<CodeShape>([
  { length: 4, alphabet: "safe", check: false },
  { length: 5, alphabet: "safe", check: true },
  { length: 5, alphabet: "digits", check: false },
  { length: 5, alphabet: "digits", check: true },
  { length: 4, alphabet: "letters", check: false },
])("every code of a whole small space is there exactly once: %j", (shape) => {
  const size = spaceSize(shape);
  const codes = uniqueCodes({ ...shape, key: KEY, prefix: "" });
  const seen = new Set<string>();
  for (let i = 0; i < size; i++) seen.add(codes(i));
  expect(seen.size).toBe(size);
  expect(() => codes(size)).toThrow(RangeError);
});

/** A run of codes somewhere in a space. */
const anyRun = fc
  .tuple(anySpace, fc.integer({ min: 1, max: 100 }), fc.maxSafeNat())
  .map(([space, count, at]) => {
    const limit = Math.min(spaceSize(space), Number.MAX_SAFE_INTEGER);
    return { space, count, start: at % (limit - count + 1) };
  });

test("codes are unique, of the asked shape, and can be made from any point", () => {
  fc.assert(
    fc.property(anyRun, ({ space, count, start }) => {
      const made = Array.from({ length: count }, (_, i) => uniqueCodes(space)(start + i));
      expect(new Set(made).size).toBe(count);
      for (const code of made) {
        expect(code.startsWith(space.prefix)).toBe(true);
        expect(code.length).toBe(space.prefix.length + space.length);
        const letters = [...code.slice(space.prefix.length)];
        expect(letters.every((letter) => ALPHABETS[space.alphabet].includes(letter))).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

describe("many codes at once", () => {
  const text = (chunks: Iterable<Uint8Array>) =>
    [...chunks].map((chunk) => String.fromCharCode(...chunk)).join("");

  test("are the same codes, a line each", () => {
    fc.assert(
      fc.property(anyRun, ({ space, count, start }) => {
        const codes = uniqueCodes(space);
        const byHand = Array.from({ length: count }, (_, i) => codes(start + i) + "\n").join("");
        expect(text(uniqueCodeLines(space, start, count))).toBe(byHand);
      }),
      { numRuns: 200 },
    );
  });

  test("come in chunks of whole lines, however many they are", () => {
    const space = safe(8, "SUMMER26-");
    const chunks = [...uniqueCodeLines(space, 5, 20_001)];
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks.every((chunk) => chunk.length <= 66_000 && chunk.at(-1) === 10)).toBe(true);
    const lines = chunks.flatMap((chunk) => text([chunk]).trimEnd().split("\n"));
    expect(lines).toEqual(Array.from({ length: 20_001 }, (_, i) => uniqueCodes(space)(5 + i)));
  });

  test("none are no chunk, and a prefix that needs escaping is a bug", () => {
    expect([...uniqueCodeLines(safe(8), 0, 0)]).toEqual([]);
    expect(() => [...uniqueCodeLines(safe(8, "A\tB"), 0, 1)]).toThrow(RangeError);
    expect(() => [...uniqueCodeLines(safe(4), 22 ** 4 - 1, 2)]).toThrow(RangeError);
  });
});

describe("a code tells its serial", () => {
  test("whatever its case, at every index", () => {
    fc.assert(
      fc.property(anyRun, fc.boolean(), ({ space, start }, lower) => {
        const code = uniqueCodes(space)(start);
        const typed = lower ? ` ${code.toLowerCase()}` : code;
        expect(serialOf(space, typed)).toEqual({ ok: true, serial: start });
      }),
      { numRuns: 300 },
    );
  });

  test("a wrong character is told from another code when there is a check character", () => {
    fc.assert(
      fc.property(anyRun, fc.nat(), fc.nat(), ({ space, start }, at, other) => {
        const code = uniqueCodes(space)(start);
        const letters = ALPHABETS[space.alphabet];
        const place = space.prefix.length + (at % space.length);
        const wrong = letters[other % letters.length]!;
        fc.pre(code[place] !== wrong);
        const told = serialOf(space, code.slice(0, place) + wrong + code.slice(place + 1));
        if (space.check) expect(told).toEqual({ ok: false, problem: "mistyped" });
        else expect(told.ok && told.serial !== start).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["XMAS26-P22CK2F5", { ok: true, serial: 0 }],
    ["xmas26-p22ck2f5", { ok: true, serial: 0 }],
    ["XMAS26-P22CK2F", { ok: false, problem: "other" }],
    ["XMAS26-P22CK2F55", { ok: false, problem: "other" }],
    ["XMAS26-P22CK2FA", { ok: false, problem: "other" }],
    ["XMAS26_P22CK2F5", { ok: false, problem: "other" }],
    ["", { ok: false, problem: "other" }],
  ])("%j", (code, told) => {
    expect(serialOf(safe(8, "XMAS26-"), code)).toEqual(told);
  });

  test("a guess has a serial nobody has made yet", () => {
    const told = serialOf(safe(14), "22222222222222");
    expect(told.ok && told.serial).toBeGreaterThan(1e12);
  });
});

describe("codes give nothing away", () => {
  const series = (space: Parameters<typeof uniqueCodes>[0]) =>
    Array.from({ length: 1000 }, (_, i) => uniqueCodes(space)(i));

  test("another key, alphabet or check character gives other codes", () => {
    const changed = Uint8Array.from(KEY);
    changed[15]! ^= 1;
    const codes = series(safe(10));
    const others = [
      series({ ...safe(10), key: changed }),
      series({ ...safe(11), check: true }).map((code) => code.slice(0, 10)),
    ];
    for (const other of others) expect(codes.filter((code, i) => code === other[i])).toEqual([]);
  });

  test.each(ALPHABET_NAMES)("%s are spread evenly, and neighbours do not resemble", (alphabet) => {
    const size = ALPHABETS[alphabet].length;
    const count = size * 500;
    const codes = uniqueCodes({ ...safe(8), alphabet });
    const places = Array.from({ length: 8 }, () => new Map<string, number>());
    let sameAsNext = 0;
    let next = codes(0);
    for (let i = 0; i < count; i++) {
      const code = next;
      next = codes(i + 1);
      for (let place = 0; place < 8; place++) {
        const letter = code[place]!;
        places[place]!.set(letter, (places[place]!.get(letter) ?? 0) + 1);
        if (next[place] === letter) sameAsNext++;
      }
    }
    for (const seen of places) {
      const chiSquared = [...seen.values()].reduce((sum, n) => sum + (n - 500) ** 2 / 500, 0);
      // Five standard deviations above the mean of its distribution.
      expect(chiSquared).toBeLessThan(size - 1 + 5 * Math.sqrt(2 * (size - 1)));
    }
    expect(sameAsNext / (count * 8)).toBeCloseTo(1 / size, 1.7);
  });
});

test.each([
  [{ ...safe(8), key: new Uint8Array(15) }],
  [safe(3)],
  [safe(15)],
  [safe(8.5)],
  [{ ...safe(4), check: true }],
  [{ ...safe(16), check: true }],
])("what cannot be made is a bug: case %#", (space) => {
  expect(() => uniqueCodes(space)).toThrow(RangeError);
});
