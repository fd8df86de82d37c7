import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayCode } from "#app/domain/policy/day-code.ts";
import {
  DISQUALIFIED,
  guestDigest,
  guestIdentity,
  type DigestKey,
} from "#app/domain/policy/digest.ts";
import { openGuests } from "#app/domain/policy/guests-reader.ts";
import { decodeGuests, encodeGuests, GUESTS_CAPACITY } from "#app/domain/policy/guests-wire.ts";
import { periodName } from "#app/domain/policy/window-days.ts";

const KEY: DigestKey = [11, 22, 33, 44];
const OTHER: DigestKey = [5, 6, 7, 8];
const TODAY = "2026-11-23";
const NOVEMBER = "m261101";
const FOR_LIFE = "l000000";
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
    const today = dayCode(date);
    const period = periodName("m", today) ?? "";
    expect(openGuests(shardsOf(digests), buyer).reached(counter, period, today)).toBe(expected);
  });

  test("who is disqualified from one campaign, or from everything", () => {
    const kim = openGuests(shardsOf(digests), guest("kim@gmail.com"));
    expect(["a1", "a2", "*"].map((scope) => kim.held(scope))).toEqual([1, 2, 1]);
    const sam = openGuests(shardsOf(digests), guest("sam@example.com"));
    expect(["a1", "*"].map((scope) => sam.held(scope))).toEqual([1, 2]);
  });

  test("nobody disqualified where the shards say there is none", () => {
    const encoded = encodeGuests(digests, KEY, { asOf: TODAY, someDisqualified: false });
    const sam = openGuests(encoded.ok ? encoded.shards : [], guest("sam@example.com"));
    expect(sam.held("*")).toBe(1);
  });

  test("who is asked to sign in, unless they are disqualified", () => {
    const signIn = [
      byEmail("a3", DISQUALIFIED, "kim@gmail.com"),
      byEmail("a2", DISQUALIFIED, "kim@gmail.com"),
    ];
    const encoded = encodeGuests(digests, KEY, { asOf: TODAY, signIn });
    if (!encoded.ok) throw new Error("too many");
    const kim = openGuests(encoded.shards, guest("kim@gmail.com"));
    expect(["a1", "a2", "a3", "*"].map((scope) => kim.held(scope))).toEqual([1, 2, 3, 1]);
    expect(kim.reached("a1", NOVEMBER, dayCode(TODAY))).toBe(true);
    const other = openGuests(encoded.shards, guest("pat@example.com"));
    expect(other.held("a3")).toBe(1);
    // A phone says more than an e-mail that is only asked to sign in.
    const phone = guestDigest(KEY, "a3", DISQUALIFIED, guestIdentity(KEY, "p", "4915123456789"));
    const both = encodeGuests([...digests, phone], KEY, { asOf: TODAY, signIn });
    const strict = openGuests(
      both.ok ? both.shards : [],
      guest("kim@gmail.com", "+49 151 23456789"),
    );
    expect(strict.held("a3")).toBe(2);
    expect(decodeGuests(encoded.shards)).toMatchObject({ signIn: signIn.slice(0, 1) });
  });

  test("nobody who must sign in where the shards were written before that was known", () => {
    const shards = shardsOf([byEmail("a3", DISQUALIFIED, "kim@gmail.com")]);
    expect(openGuests(shards, guest("kim@gmail.com")).held("a3")).toBe(2);
  });
});

/** Whether somebody has reached the limit for life of "a1". */
const isIn = (shards: readonly unknown[], email: string) =>
  openGuests(shards, guest(email)).reached("a1", FOR_LIFE, dayCode(TODAY));

/** As `encodeGuests` gives them, of one digest: which of them it stands in. */
const fullest = (shards: readonly string[]) =>
  shards.findIndex((shard) => shard.length === Math.max(...shards.map(({ length }) => length)));

test("with as many as fit, all are found and nobody else", () => {
  const all = Array.from({ length: GUESTS_CAPACITY }, (_, i) =>
    byEmail("a1", FOR_LIFE, `in${i}@example.com`),
  );
  const shards = shardsOf(all);
  expect(shards.every((shard) => shard.length > 8_000 && shard.length <= 10_000)).toBe(true);
  const opened = (email: string) => isIn(shards, email);
  expect(all.filter((_, i) => !opened(`in${i}@example.com`))).toEqual([]);
  expect(all.filter((_, i) => opened(`out${i}@example.com`))).toEqual([]);
});

/** So many digests, spread as evenly as hashes are, and no two alike. */
const spread = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => ((i * 401) % 1_024).toString(32).padStart(2, "0") + String(i).padStart(5, "0"),
  );

test("one more than fits is said, not dropped", () => {
  const digests = spread(GUESTS_CAPACITY + 1);
  const tooMany = { ok: false, problem: "too_many", capacity: GUESTS_CAPACITY };
  expect(encodeGuests(digests, KEY, { asOf: TODAY })).toEqual({
    ...tooMany,
    count: GUESTS_CAPACITY + 1,
  });
  const [, second = "", ...rest] = digests;
  expect(encodeGuests([second, second, ...rest], KEY, { asOf: TODAY }).ok).toBe(true);
  // What no hash would do: all in one shard.
  const uneven = Array.from({ length: 2_000 }, (_, i) => "00" + String(i).padStart(5, "0"));
  expect(encodeGuests(uneven, KEY, { asOf: TODAY })).toEqual({ ...tooMany, count: 2_000 });
});

test("with a new key everybody in the shards is known by that, and shards left of the old one are not read", () => {
  const old = shardsOf([byEmail("a1", FOR_LIFE, "kim@example.com")]);
  const renewed = shardsOf([byEmail("a1", FOR_LIFE, "sam@example.com", OTHER)], OTHER);
  const known = (shards: readonly string[]) =>
    ["kim@example.com", "sam@example.com", "pat@example.com"].map((email) => isIn(shards, email));
  expect(known(old)).toEqual([true, false, false]);
  expect(known(renewed)).toEqual([false, true, false]);
  const left = renewed.map((shard, at) => (at > 0 && at !== fullest(renewed) ? old[at]! : shard));
  expect(known(left)).toEqual([false, true, false]);
  expect(decodeGuests(left).ok).toBe(false);
});

test("digests come back as they were", () => {
  const digest = fc
    .tuple(
      fc.string({ unit: fc.constantFrom(..."059afkv"), minLength: 2, maxLength: 2 }),
      fc.string({ unit: fc.constantFrom(..."-09AZ_az"), minLength: 5, maxLength: 5 }),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(digest, { maxLength: 50 }), fc.array(digest), (digests, signIn) => {
      const once = [...new Set(digests)].sort();
      const encoded = encodeGuests(digests, KEY, { asOf: TODAY, signIn });
      expect(encoded.ok && decodeGuests(encoded.shards)).toEqual({
        ...{ ok: true, key: KEY, asOf: TODAY, digests: once },
        signIn: [...new Set(signIn)].filter((each) => !once.includes(each)).sort(),
      });
    }),
  );
});

test("the end of one digest and the beginning of the next are not taken for another", () => {
  const email = "kim@example.com";
  const digest = byEmail("a1", FOR_LIFE, email);
  const [shelf, tail] = [digest.slice(0, 2), digest.slice(2)];
  // Side by side on the shelf, in this order: "-" is before any other character and "z" after.
  const split = [shelf + "--" + tail.slice(0, 3), shelf + tail.slice(3) + "zzz"];
  expect(shardsOf(split).join("")).toContain(tail);
  expect(isIn(shardsOf(split), email)).toBe(false);
});

test("shards that cannot be read are left out, the others count", () => {
  const shards = shardsOf([byEmail("a1", FOR_LIFE, "kim@example.com")]);
  const own = fullest(shards);
  const whole = shards[own] ?? "";
  const known = (at: number, value: unknown) =>
    isIn(
      shards.map((shard, n) => (n === at ? value : shard)),
      "kim@example.com",
    );
  const broken = [null, undefined, 5, {}, "", "3^^", "1" + whole.slice(1), whole.slice(0, -3)];
  for (const value of broken) {
    expect(known(own, value)).toBe(false);
    expect(known((own + 1) % shards.length, value)).toBe(true);
    expect(isIn([value], "kim@example.com")).toBe(false);
    expect(decodeGuests([value]).ok).toBe(false);
  }
  for (const value of ["3^-^^", "3^abc^^", "3^" + "é".repeat(40) + "^x^^"]) {
    expect(known(own, value)).toBe(false);
    expect(decodeGuests([value])).toEqual({ ok: false, problem: "malformed" });
  }
});
