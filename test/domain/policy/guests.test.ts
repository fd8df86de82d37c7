import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DISQUALIFIED,
  guestDigest,
  guestIdentity,
  type DigestKey,
} from "#app/domain/policy/digest.ts";
import { openGuests } from "#app/domain/policy/guests-reader.ts";
import {
  decodeGuests,
  encodeGuests,
  GUESTS_CAPACITY,
  SHARD_CAPACITY,
} from "#app/domain/policy/guests-wire.ts";

const KEY: DigestKey = [11, -22, 33, 44];
const OTHER: DigestKey = [5, 6, 7, 8];
const guest = (email: string | null, phone: string | null = null) =>
  ({ state: "guest", email, phone }) as const;

const byEmail = (rule: string, period: string, email: string, key = KEY) =>
  guestDigest(key, rule, period, guestIdentity(key, "e", email));

function shardsOf(digests: readonly string[], key = KEY): string[] {
  const encoded = encodeGuests(digests, key);
  if (!encoded.ok) throw new Error("too many");
  return encoded.shards;
}

describe("finds", () => {
  const digests = [
    byEmail("a1", "2026-11", "kim@gmail.com"),
    byEmail("a2", DISQUALIFIED, "kim@gmail.com"),
    byEmail("*", DISQUALIFIED, "sam@example.com"),
    guestDigest(KEY, "a1", "2026-11", guestIdentity(KEY, "p", "4915123456789")),
  ];
  test.each([
    ["an e-mail", guest("kim@gmail.com"), "a1", "2026-11", true],
    ["an alias of it", guest(" K.I.M+sale@GoogleMail.com"), "a1", "2026-11", true],
    ["a phone", guest(null, "+49 151 23456789"), "a1", "2026-11", true],
    ["a phone when the e-mail is new", guest("new@x.de", "+4915123456789"), "a1", "2026-11", true],
    ["not another e-mail", guest("kim@example.com"), "a1", "2026-11", false],
    ["not another campaign", guest("kim@gmail.com"), "a2", "2026-11", false],
    ["not another month", guest("kim@gmail.com"), "a1", "2026-12", false],
    ["not what is no e-mail", guest("kim"), "a1", "2026-11", false],
  ])("%s", (_, buyer, rule, period, expected) => {
    expect(openGuests(shardsOf(digests), buyer).reached(rule, period)).toBe(expected);
  });

  test("who is disqualified from one campaign, or from everything", () => {
    const kim = openGuests(shardsOf(digests), guest("kim@gmail.com"));
    expect(["a1", "a2"].map((rule) => kim.disqualified(rule))).toEqual([false, true]);
    const sam = openGuests(shardsOf(digests), guest("sam@example.com"));
    expect(["a1", "a2"].map((rule) => sam.disqualified(rule))).toEqual([true, true]);
  });
});

test("with every shard full, all are found and nobody else", () => {
  const all = Array.from({ length: GUESTS_CAPACITY }, (_, i) =>
    byEmail("a1", "L", `in${i}@example.com`),
  );
  const shards = shardsOf(all);
  expect(shards.map((shard) => shard.length)).toEqual(shards.map(() => 33 + 7 * SHARD_CAPACITY));
  expect(shards.every((shard) => shard.length <= 10_000)).toBe(true);
  const missed = all.filter(
    (_, i) => !openGuests(shards, guest(`in${i}@example.com`)).reached("a1", "L"),
  );
  expect(missed).toEqual([]);
  const wronged = all.filter((_, i) =>
    openGuests(shards, guest(`out${i}@example.com`)).reached("a1", "L"),
  );
  expect(wronged).toEqual([]);
});

test("one more than fits is said, not dropped", () => {
  const digests = Array.from({ length: GUESTS_CAPACITY + 1 }, (_, i) => String(i).padStart(7, "0"));
  expect(encodeGuests(digests, KEY)).toEqual({
    ok: false,
    problem: "too_many",
    count: GUESTS_CAPACITY + 1,
    capacity: GUESTS_CAPACITY,
  });
  expect(encodeGuests([...digests.slice(1), "0000001"], KEY).ok).toBe(true);
});

test("while the key is changed, each shard is read by its own", () => {
  const [old = ""] = shardsOf([byEmail("a1", "L", "kim@example.com")]);
  const [renewed = ""] = shardsOf([byEmail("a1", "L", "sam@example.com", OTHER)], OTHER);
  for (const email of ["kim@example.com", "sam@example.com"]) {
    expect(openGuests([old, renewed], guest(email)).reached("a1", "L")).toBe(true);
  }
  expect(openGuests([old, renewed], guest("pat@example.com")).reached("a1", "L")).toBe(false);
});

test("digests come back as they were", () => {
  const digest = fc.string({ unit: fc.constantFrom(..."-09AZ_az"), minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(fc.array(digest, { maxLength: 50 }), (digests) => {
      const [shard = ""] = shardsOf(digests);
      expect(decodeGuests(shard)).toEqual({
        ok: true,
        key: KEY,
        digests: [...new Set(digests)].sort(),
      });
    }),
  );
});

test("shards that cannot be read are left out, the others count", () => {
  const [shard = ""] = shardsOf([byEmail("a1", "L", "kim@example.com")]);
  const broken = [
    null,
    undefined,
    5,
    {},
    "",
    "1;;",
    "1;abc;;",
    "2" + shard.slice(1),
    shard.slice(0, -3),
    "1;" + "é".repeat(40) + ";;",
  ];
  for (const value of broken) {
    expect(openGuests([value], guest("kim@example.com")).reached("a1", "L")).toBe(false);
    expect(openGuests([value, shard], guest("kim@example.com")).reached("a1", "L")).toBe(true);
    expect(decodeGuests(value).ok).toBe(false);
  }
});
