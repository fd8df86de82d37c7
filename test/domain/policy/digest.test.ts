import fc from "fast-check";
import { expect, test } from "vitest";
import type { DigestKey } from "#app/domain/policy/digest.ts";
import {
  digestOf,
  guestDigest,
  guestIdentity,
  keyFrom,
  keyText,
} from "#app/domain/policy/digest.ts";
import { naiveHalfSipHash } from "./naive-half-sip.ts";

const KEY: DigestKey = [0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c];

const DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

/** Of eight bytes in hexadecimal, the lowest first: twelve bits of the upper half and thirty of the lower. */
function digitsOf(hex: string): string {
  const value = Buffer.from(hex, "hex").readBigUInt64LE();
  const bits = (at: number) => Number((value >> BigInt(at)) & 63n);
  return [38, 32, 24, 18, 12, 6, 0].map((at) => DIGITS.charAt(bits(at))).join("");
}

// From the authors' reference (vectors_hsip64): HalfSipHash-2-4 of 00 01 … of length n, key 00 01 … 07.
test.each([
  [0, "218d1f59b9b83cc8"],
  [1, "be552412f8387315"],
  [2, "064f39ef7c50eb57"],
  [3, "ce0f1a45f7060679"],
  [4, "d5e78a175be52ea1"],
  [5, "cb9d7c3f2f3db580"],
  [6, "ce3e91358aa2bc25"],
  [7, "ff202728b07bc684"],
  [8, "edfee820bce4858c"],
  [9, "5b51cccc13888307"],
])("the plain form is HalfSipHash: 2-4 of %i bytes", (length, expected) => {
  const bytes = Array.from({ length }, (_, i) => i);
  expect(naiveHalfSipHash([0x03020100, 0x07060504], bytes, 2, 4)).toBe(expected);
});

test("what runs at the checkout is HalfSipHash-1-3 in that form, of any text", () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer(),
      fc.string({ unit: fc.constantFrom(..."abc@.-+_ 09"), maxLength: 40 }),
      (low, high, text) => {
        const bytes = [...Buffer.from(text, "latin1")];
        expect(digestOf(low, high, text)).toBe(
          digitsOf(naiveHalfSipHash([low, high], bytes, 1, 3)),
        );
      },
    ),
  );
});

const anyKey = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat());

test("a key survives being written, and nothing else is read as one", () => {
  fc.assert(
    fc.property(anyKey, (key) => {
      expect(keyText(key)).toMatch(/^[0-9a-z]{28}$/);
      expect(keyFrom(keyText(key))).toEqual(key);
    }),
  );
  // A word with its highest bit set is another number, and the same bits.
  const negative: DigestKey = [-1, -2, -3, -4];
  const read = keyFrom(keyText(negative));
  expect(read?.map((word) => word | 0)).toEqual(negative);
  expect(guestIdentity(read ?? KEY, "e", "a@b.c")).toBe(guestIdentity(negative, "e", "a@b.c"));
  for (const text of ["", "a".repeat(21), "é".repeat(28), ";".repeat(28)]) {
    expect(keyFrom(text)).toBeNull();
  }
});

test("a digest stays what it was, and changes with every part of what it is of", () => {
  const identity = guestIdentity(KEY, "e", "kim@example.com");
  const digest = guestDigest(KEY, "a3", "mg0m", identity);
  expect([identity, digest]).toMatchInlineSnapshot(`
    [
      "gcAQKL7",
      "ahpLjir",
    ]
  `);
  const others = [
    guestDigest(KEY, "a4", "mg0m", identity),
    guestDigest(KEY, "a3", "mg1g", identity),
    guestDigest(KEY, "a3", "x", identity),
    guestDigest([KEY[0], KEY[1], 3, 4], "a3", "mg0m", identity),
    guestDigest(KEY, "a3", "mg0m", guestIdentity(KEY, "p", "kim@example.com")),
    guestDigest(KEY, "a3", "mg0m", guestIdentity(KEY, "e", "kim@example.co")),
    guestDigest(KEY, "a3", "mg0m", guestIdentity([1, 2, KEY[2], KEY[3]], "e", "kim@example.com")),
  ];
  expect(new Set([digest, ...others]).size).toBe(8);
});

test("identities in any script are told apart", () => {
  const written = [
    "jürgen@müller.de",
    "jurgen@muller.de",
    "j\u0075\u0308rgen@müller.de",
    "李@例え.jp",
    "李@例え.jq",
    "%fc;@x.de",
    "ü@x.de",
    "\u41fc@x.de",
    "\u00fcA@x.de",
  ];
  const tags = written.map((identity) => guestIdentity(KEY, "e", identity));
  expect(new Set(tags).size).toBe(written.length);
});

test("digests of many identities are spread evenly and do not collide", () => {
  const digests = Array.from({ length: 20_000 }, (_, i) =>
    guestDigest(KEY, "a3", "l0", guestIdentity(KEY, "e", `person${i}@example.com`)),
  );
  expect(new Set(digests).size).toBe(20_000);
  for (let at = 0; at < 7; at++) {
    const groups = Map.groupBy(digests, (digest) => digest.charAt(at));
    // Two digits for the shelf, in base 32.
    const size = at < 2 ? 32 : 64;
    expect(groups.size).toBe(size);
    for (const group of groups.values()) {
      expect(Math.abs(group.length - 20_000 / size)).toBeLessThan(at < 2 ? 160 : 110);
    }
  }
});
