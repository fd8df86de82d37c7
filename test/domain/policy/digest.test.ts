import fc from "fast-check";
import { expect, test } from "vitest";
import type { DigestKey } from "#app/domain/policy/digest.ts";
import {
  guestDigest,
  guestIdentity,
  keyFromText,
  keyText,
  sipHash,
} from "#app/domain/policy/digest.ts";

/** Key 00 01 … 0f, as in the reference. */
const KEY: DigestKey = [0x03020100, 0x07060504, 0x0b0a0908, 0x0f0e0d0c];

// From the authors' reference (vectors_sip64): the hash of 00 01 … of length n, as bytes.
test.each([
  [0, "310e0edd47db6f72"],
  [1, "fd67dc93c539f874"],
  [2, "5a4fa9d909806c0d"],
  [3, "2d7efbd796666785"],
  [4, "b7877127e09427cf"],
  [5, "8da699cd64557618"],
  [6, "cee3fe586e46c9cb"],
  [7, "37d1018bf50002ab"],
  [8, "6224939a79f5f593"],
  [9, "b0e4a90bdf82009e"],
  [10, "f3b9dd94c5bb5d7a"],
  [11, "a7ad6b22462fb3f4"],
  [12, "fbe50e86bc8f1e75"],
  [13, "903d84c02756ea14"],
  [14, "eef27a8e90ca23f7"],
  [15, "e545be4961ca29a1"],
])("SipHash-2-4 of %i bytes", (length, expected) => {
  const text = String.fromCharCode(...Array.from({ length }, (_, i) => i));
  const [low, high] = sipHash(KEY, text);
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(low, 0);
  bytes.writeUInt32LE(high, 4);
  expect(bytes.toString("hex")).toBe(expected);
});

const anyKey = fc.tuple(fc.integer(), fc.integer(), fc.integer(), fc.integer());

test("a key survives being written, and nothing else is read as one", () => {
  fc.assert(
    fc.property(anyKey, (key) => {
      expect(keyText(key)).toMatch(/^[0-9a-z]{28}$/);
      expect(keyFromText(keyText(key))).toEqual(key);
    }),
  );
  for (const text of ["", "a".repeat(21), "é".repeat(28), ";".repeat(28)]) {
    expect(keyFromText(text)).toBeNull();
  }
});

test("a digest stays what it was, and changes with every part of what it is of", () => {
  const identity = guestIdentity(KEY, "e", "kim@example.com");
  const digest = guestDigest(KEY, "a3", "2026-11", identity);
  expect([identity, digest]).toMatchInlineSnapshot(`
    [
      "LbWVkiG",
      "_VPoF6I",
    ]
  `);
  const others = [
    guestDigest(KEY, "a4", "2026-11", identity),
    guestDigest(KEY, "a3", "2026-12", identity),
    guestDigest(KEY, "a3", "x", identity),
    guestDigest([1, 2, 3, 4], "a3", "2026-11", identity),
    guestDigest(KEY, "a3", "2026-11", guestIdentity(KEY, "p", "kim@example.com")),
    guestDigest(KEY, "a3", "2026-11", guestIdentity(KEY, "e", "kim@example.co")),
    guestDigest(KEY, "a3", "2026-11", guestIdentity([1, 2, 3, 4], "e", "kim@example.com")),
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
    "\ud800@x.de",
    "\ud801@x.de",
  ];
  const tags = written.map((identity) => guestIdentity(KEY, "e", identity));
  expect(new Set(tags).size).toBe(written.length);
});

test("digests of many identities are spread evenly and do not collide", () => {
  const digests = Array.from({ length: 20_000 }, (_, i) =>
    guestDigest(KEY, "a3", "L", guestIdentity(KEY, "e", `person${i}@example.com`)),
  );
  expect(new Set(digests).size).toBe(20_000);
  const first = Map.groupBy(digests, (digest) => digest.charAt(0));
  expect(first.size).toBe(64);
  for (const group of first.values()) expect(Math.abs(group.length - 312.5)).toBeLessThan(110);
});
