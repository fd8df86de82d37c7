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
      { what: "address", bits: -1, likeness: "alike" },
    ],
    "house (clearly), address typed differently (slightly against)",
  ],
  [
    "one house that nothing else tells of",
    [{ what: "address", bits: 3, likeness: "alike" }],
    "house, address typed differently (clearly)",
  ],
  [
    "what is the same and speaks against all the same",
    [{ what: "surname", bits: -0.8, likeness: "same" }],
    "surname (slightly against)",
  ],
  [
    "what differs and speaks for a household",
    [{ what: "name", bits: 4, likeness: "other" }],
    "name differs (clearly)",
  ],
  [
    "an initial",
    [{ what: "name", bits: 4, likeness: "alike" }],
    "initial or nearly the same name (clearly)",
  ],
])("%s", (_, shares, words) => {
  expect(shareWords(shares)).toBe(words);
});
