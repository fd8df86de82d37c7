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

const KEY: DigestKey = [11, 22, 33, 44];
const OTHER: DigestKey = [5, 6, 7, 8];
const TODAY = "2026-11-23";
const NOVEMBER = "m" + (Date.parse("2026-11-01") / 86_400_000).toString(36);
const guest = (email: string, phone = "") =>
  ({ state: "guest", email, phone, orders: null }) as const;

const byEmail = (counter: string, period: string, email: string, key = KEY) =>
  guestDigest(key, counter, period, guestIdentity(key, "e", email));

function shardsOf(digests: readonly string[], key = KEY, asOf = TODAY): string[] {
  const encoded = encodeGuests(digests, key, { asOf });
  if (!encoded.ok) throw new Error("too many");
  return encoded.shards;
}

describe("finds", () => {
  const digests = [
    byEmail("a1", NOVEMBER, "kim@gmail.com"),
    byEmail("a2", DISQUALIFIED, "kim@gmail.com"),
    byEmail("*", DISQUALIFIED, "sam@example.com"),
    guestDigest(KEY, "a1", NOVEMBER, guestIdentity(KEY, "p", "4915123456789")),
  ];
  test.each([
    ["an e-mail", guest("kim@gmail.com"), "a1", TODAY, true],
    ["an alias of it", guest(" K.I.M+sale@GoogleMail.com"), "a1", TODAY, true],
    ["a phone", guest("", "+49 151 23456789"), "a1", TODAY, true],
    ["a phone when the e-mail is new", guest("new@x.de", "+4915123456789"), "a1", TODAY, true],
    ["not another e-mail", guest("kim@example.com"), "a1", TODAY, false],
    ["not another campaign", guest("kim@gmail.com"), "a2", TODAY, false],
    ["not another month", guest("kim@gmail.com"), "a1", "2026-12-01", false],
    ["not what is no e-mail", guest("kim"), "a1", TODAY, false],
    ["nobody", guest(""), "a1", TODAY, false],
  ])("%s", (_, buyer, counter, date, expected) => {
    expect(openGuests(shardsOf(digests), buyer).reached(counter, "month", date)).toBe(expected);
  });

  test("who is disqualified from one campaign, or from everything", () => {
    const kim = openGuests(shardsOf(digests), guest("kim@gmail.com"));
    expect(["a1", "a2", "*"].map((scope) => kim.disqualified(scope))).toEqual([false, true, false]);
    const sam = openGuests(shardsOf(digests), guest("sam@example.com"));
    expect(["a1", "*"].map((scope) => sam.disqualified(scope))).toEqual([false, true]);
  });

  test("nobody disqualified where the shards say there is none", () => {
    const encoded = encodeGuests(digests, KEY, { asOf: TODAY, someDisqualified: false });
    const sam = openGuests(encoded.ok ? encoded.shards : [], guest("sam@example.com"));
    expect(sam.disqualified("*")).toBe(false);
  });
});

test("with every shard full, all are found and nobody else", () => {
  const all = Array.from({ length: GUESTS_CAPACITY }, (_, i) =>
    byEmail("a1", "l0", `in${i}@example.com`),
  );
  const shards = shardsOf(all);
  expect(shards.map((shard) => shard.length)).toEqual(shards.map(() => 37 + 7 * SHARD_CAPACITY));
  expect(shards.every((shard) => shard.length <= 10_000)).toBe(true);
  const isIn = (email: string) => openGuests(shards, guest(email)).reached("a1", "lifetime", TODAY);
  expect(all.filter((_, i) => !isIn(`in${i}@example.com`))).toEqual([]);
  expect(all.filter((_, i) => isIn(`out${i}@example.com`))).toEqual([]);
});

test("one more than fits is said, not dropped", () => {
  const digests = Array.from({ length: GUESTS_CAPACITY + 1 }, (_, i) => String(i).padStart(7, "0"));
  expect(encodeGuests(digests, KEY, { asOf: TODAY })).toEqual({
    ok: false,
    problem: "too_many",
    count: GUESTS_CAPACITY + 1,
    capacity: GUESTS_CAPACITY,
  });
  expect(encodeGuests([...digests.slice(1), "0000001"], KEY, { asOf: TODAY }).ok).toBe(true);
});

test("with a new key everybody in the shards is known by that, and a shard left of the old one is not read", () => {
  const [old = ""] = shardsOf([byEmail("a1", "l0", "kim@example.com")]);
  const [renewed = ""] = shardsOf([byEmail("a1", "l0", "sam@example.com", OTHER)], OTHER);
  const isIn = (email: string) =>
    openGuests([renewed, old], guest(email)).reached("a1", "lifetime", TODAY);
  expect(["kim@example.com", "sam@example.com", "pat@example.com"].map(isIn)).toEqual([
    false,
    true,
    false,
  ]);
});

test("digests come back as they were", () => {
  const digest = fc.string({ unit: fc.constantFrom(..."-09AZ_az"), minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(fc.array(digest, { maxLength: 50 }), (digests) => {
      const [shard = ""] = shardsOf(digests);
      expect(decodeGuests(shard)).toEqual({
        ok: true,
        key: KEY,
        asOf: TODAY,
        digests: [...new Set(digests)].sort(),
      });
    }),
  );
});

test("shards that cannot be read are left out, the others count", () => {
  const [shard = ""] = shardsOf([byEmail("a1", "l0", "kim@example.com")]);
  const isIn = (shards: unknown[]) =>
    openGuests(shards, guest("kim@example.com")).reached("a1", "lifetime", TODAY);
  const broken = [null, undefined, 5, {}, "", "2;;", "1" + shard.slice(1), shard.slice(0, -3)];
  for (const value of broken) {
    expect(isIn([value])).toBe(false);
    expect(isIn([value, shard])).toBe(true);
    expect(isIn([shard, value])).toBe(true);
    expect(decodeGuests(value).ok).toBe(false);
  }
  for (const value of ["2;-;;", "2;abc;;", "2;" + "é".repeat(40) + ";x;;"]) {
    expect(isIn([value])).toBe(false);
    expect(decodeGuests(value)).toEqual({ ok: false, problem: "malformed" });
  }
});
