import fc from "fast-check";
import { expect, test } from "vitest";
import { BUILT_IN_FIELDS } from "#app/domain/naming/fields.ts";
import { inferConventions } from "#app/domain/naming/infer/infer-conventions.ts";
import { anyStore } from "./infer/any-store.ts";
import { checkedInference } from "./infer/checked-inference.ts";

test("of codes made by conventions at least 95 of 100 are explained", () => {
  fc.assert(
    fc.property(anyStore, ({ codes }) => {
      const { distinct, leftovers } = checkedInference(codes);
      expect(leftovers.count).toBeLessThanOrEqual(0.05 * distinct);
    }),
    { numRuns: 80, seed: 26 },
  );
});

test("the order of the codes does not matter", () => {
  const shuffled = anyStore.chain(({ codes }) =>
    fc.record({
      codes: fc.constant(codes),
      other: fc.shuffledSubarray(codes, { minLength: codes.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ codes, other }) => {
      const infer = (some: readonly string[]) =>
        inferConventions(some, { fields: BUILT_IN_FIELDS });
      expect(infer(other)).toEqual(infer(codes));
    }),
    { numRuns: 30, seed: 26 },
  );
});

test("any texts at all have an answer that holds", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(..."AB1-_"), maxLength: 12 }),
    fc.constantFrom("SUMMER25", "summer26", "WINTER26", "SALE10", "SALE20"),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 80 }), (codes) => {
      checkedInference(codes);
    }),
    { numRuns: 150, seed: 26 },
  );
});
