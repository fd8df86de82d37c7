import { GUESTS_CAPACITY } from "#app/domain/policy/guests-wire.ts";
import { expect, test } from "vitest";
import { buildFunction } from "#guard/build.ts";
import { meterBundle } from "#test/bench/fuel/measure.ts";
import { guardCase, inputOf } from "#test/bench/guard-cases.ts";
import { guestDigest, guestIdentity, type DigestKey } from "#app/domain/policy/digest.ts";
import { ENTRY } from "./sandbox.ts";
import { guardInput } from "./guard-input.ts";

// Ceilings some way above what `npm run bench -- guard` says, so that a change for the worse is seen.
test.each([
  [{ codes: 1, rules: 5, entries: 5 }, 850_000],
  [{ codes: 5, rules: 100, entries: 200 }, 2_500_000],
  [{ codes: 6, rules: 250, entries: 550 }, 5_000_000],
])("%j stays below %i instructions", async (size, ceiling) => {
  const measure = await meterBundle(await buildFunction(), ENTRY);
  const { instructions, output } = await measure(inputOf(size));
  expect(instructions).toBeLessThan(ceiling);
  expect((output as { operations: unknown[] }).operations).not.toEqual([]);
});

test("guests against full shards stay within the limit, with some disqualified and without", async () => {
  const measure = await meterBundle(await buildFunction(), ENTRY);
  const key: DigestKey = [1, 2, 3, 4];
  const digests = Array.from({ length: GUESTS_CAPACITY }, (_, i) =>
    guestDigest(key, "10", "2026-11", guestIdentity(key, "e", `guest${i}@example.com`)),
  );
  const { rules = [], codes } = guardCase({ codes: 5, rules: 100, entries: 0 });
  const checkout = {
    rules: rules.map((rule) => ({ ...rule, segments: [] })),
    codes,
    email: "some.body+tag@gmail.com",
    phone: "+4915123456789",
  };
  const cost = async (someDisqualified: boolean) => {
    const guests = { digests, key, someDisqualified };
    return (await measure(guardInput({ ...checkout, guests }))).instructions;
  };
  expect(await cost(true)).toBeLessThan(9_000_000);
  expect(await cost(false)).toBeLessThan(6_500_000);
});
