import fc from "fast-check";
import { expect, test } from "vitest";

import { chooseSwitched, type GuestMark } from "#app/domain/guard/choose-guests.ts";

const marks = (campaign: string, count: number): GuestMark[] =>
  Array.from({ length: count }, (_, at) => ({
    campaigns: [campaign],
    digests: [`${campaign}${String(at)}`],
  }));
const room = (capacity: number, before: string[] = [], base = 0) => ({ base, capacity, before });

test.each([
  ["all fit: none is switched", 10, [], []],
  ["one too many: the largest is switched, and no more", 9, [], ["a"]],
  ["the next when that is not enough", 2, [], ["a", "b"]],
  ["one that was switched stays so while it is tight", 10, ["c"], ["c"]],
  ["and comes back when there is a tenth to spare", 12, ["c"], []],
])("%s", (_, capacity, before, switched) => {
  const all = [...marks("a", 5), ...marks("b", 3), ...marks("c", 2)];
  const chosen = chooseSwitched(all, room(capacity, before));
  expect(chosen.switched).toEqual(switched);
  expect(chosen.kept.length).toBeLessThanOrEqual(capacity);
});

test("a group's mark stays as long as one of its campaigns compares guests", () => {
  const shared = { campaigns: ["a", "b"], digests: ["shared"] };
  const { switched, kept } = chooseSwitched([shared, ...marks("a", 3)], room(2));
  expect(switched).toEqual(["a"]);
  expect(kept).toEqual(["shared"]);
});

test("disqualified people take their room first, and what is kept always fits", () => {
  const anyMarks = fc.array(
    fc.record({
      campaigns: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), {
        minLength: 1,
        maxLength: 2,
      }),
      digests: fc.uniqueArray(fc.stringMatching(/^[a-z]{2}$/), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(anyMarks, fc.nat(30), fc.nat(10), (given, capacity, base) => {
      fc.pre(base <= capacity);
      const { switched, kept } = chooseSwitched(given, room(capacity, [], base));
      expect(kept.length + base).toBeLessThanOrEqual(capacity);
      // Of a campaign that is not switched nothing is left out.
      const whole = given.filter(({ campaigns }) => campaigns.some((id) => !switched.includes(id)));
      expect(new Set(kept)).toEqual(new Set(whole.flatMap(({ digests }) => digests)));
    }),
  );
});
