import { expect, test } from "vitest";
import { buildFunction } from "#guard/build.ts";
import { meterBundle } from "#test/bench/fuel/measure.ts";
import { guestInput, inputOf, worstInputs } from "#test/bench/guard-cases.ts";
import { ENTRY } from "./sandbox.ts";

// Ceilings a little above what `npm run bench -- guard` says, so that a change for the worse is seen.
test.each([
  [{ codes: 1, rules: 5, entries: 5 }, 500_000],
  [{ codes: 5, rules: 100, entries: 200 }, 1_900_000],
  [{ codes: 6, rules: 250, entries: 450 }, 2_900_000],
])("%j stays below %i instructions", async (size, ceiling) => {
  const measure = await meterBundle(await buildFunction(), ENTRY);
  const { instructions, output } = await measure(inputOf(size));
  expect(instructions).toBeLessThan(ceiling);
  expect((output as { operations: unknown[] }).operations).not.toEqual([]);
});

test("a guest is compared with 5,000 digests for a million more", async () => {
  const measure = await meterBundle(await buildFunction(), ENTRY);
  const cost = async (digests: number) => (await measure(guestInput(digests))).instructions;
  expect((await cost(5_000)) - (await cost(0))).toBeLessThan(1_000_000);
});

test("the most that the formats allow stays within the limit", async () => {
  const measure = await meterBundle(await buildFunction(), ENTRY);
  for (const input of Object.values(worstInputs())) {
    expect(JSON.stringify(input).length).toBeGreaterThan(25_000);
    expect((await measure(input)).instructions).toBeLessThan(9_000_000);
  }
});
