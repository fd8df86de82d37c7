import fc from "fast-check";
import { expect, test } from "vitest";
import { codeKey } from "#app/domain/code/code-key.ts";

test.each([
  ["summer26_freeship", "SUMMER26_FREESHIP"],
  ["  Summer26 \t\n", "SUMMER26"],
  ["\u00a0SALE\ufeff", "SALE"],
  ["größe10", "GRößE10"],
  ["ﬀ-ı", "ﬀ-ı"],
  ["a b", "A B"],
  ["", ""],
])("%j is compared as %j", (text, key) => {
  expect(codeKey(text)).toBe(key);
});

test("folds ASCII letters one by one and nothing else", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const byHand = [...text.trim()]
        .map((c) => (c >= "a" && c <= "z" ? c.toUpperCase() : c))
        .join("");
      expect(codeKey(text)).toBe(byHand);
      expect(codeKey(codeKey(text))).toBe(codeKey(text));
    }),
  );
});
