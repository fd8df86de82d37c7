import { expect, test } from "vitest";
import { shareWords } from "#app/components/case/evidence-card.tsx";
import type { Share } from "#app/domain/case/summary.ts";

test.each<[string, Share[], string]>([
  [
    "the strongest first, either way",
    [
      { what: "surname", bits: -1 },
      { what: "phone", bits: 9 },
    ],
    "phone number (strongly), surname differs (slightly against)",
  ],
  ["what says nothing is left out", [{ what: "phone", bits: 0.4 }], ""],
  ["another house", [{ what: "address", bits: -3 }], "address differs (clearly against)"],
  [
    "one house, which one person types in one way",
    [
      { what: "house", bits: 4 },
      { what: "address", bits: -1 },
    ],
    "house (clearly), address typed differently (slightly against)",
  ],
])("%s", (_, shares, words) => {
  expect(shareWords(shares)).toBe(words);
});
