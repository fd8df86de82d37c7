import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  NOBODY_DECIDED,
  settlePeople,
  type PeopleWord,
  type SettledPeople,
} from "#app/domain/identity/cluster/people-words.ts";

const said = (word: PeopleWord["word"], at: number, here: number[], there: number[]) => ({
  ...{ word, at, here, there },
});

describe("what staff's words come to", () => {
  it.each<[string, PeopleWord[], SettledPeople]>([
    ["nothing", [], NOBODY_DECIDED],
    [
      "together, with all accounts of both",
      [said("together", 1, [1, 2], [3])],
      { apart: [], together: [[1, 2, 3]] },
    ],
    [
      "over one between",
      [said("together", 1, [1], [2]), said("together", 2, [2], [3])],
      { apart: [], together: [[1, 2, 3]] },
    ],
    [
      "apart from all accounts of a person",
      [said("together", 1, [1], [2]), said("apart", 2, [2], [3])],
      {
        apart: [
          [1, 3],
          [2, 3],
        ],
        together: [[1, 2]],
      },
    ],
    [
      "apart, said last",
      [said("together", 1, [1], [2]), said("apart", 2, [1], [2])],
      { apart: [[1, 2]], together: [] },
    ],
    [
      "together, said last",
      [said("apart", 1, [1], [2]), said("together", 2, [1], [2])],
      { apart: [], together: [[1, 2]] },
    ],
    [
      "together but for what would join who was put apart since",
      [said("together", 1, [1], [2]), said("together", 2, [2], [3]), said("apart", 3, [1], [3])],
      {
        apart: [
          [1, 3],
          [1, 2],
        ]
          .map(([a, b]) => [a!, b!] as [number, number])
          .sort((a, b) => a[1] - b[1]),
        together: [[2, 3]],
      },
    ],
    [
      "nothing where a side has no mailbox, or both have the same",
      [said("together", 1, [1], []), said("apart", 2, [4], [4])],
      NOBODY_DECIDED,
    ],
  ])("%s", (_, words, settled) => {
    expect(settlePeople(words)).toEqual(settled);
  });

  const account = fc.integer({ min: 1, max: 7 });
  const person = fc.uniqueArray(account, { minLength: 1, maxLength: 2 });
  const words = fc.uniqueArray(
    fc.record({
      word: fc.constantFrom<PeopleWord["word"]>("apart", "together"),
      at: fc.integer({ min: 1, max: 1_000 }),
      here: person,
      there: person,
    }),
    { maxLength: 8, selector: ({ at }) => at },
  );

  it("never contradict each other, in whatever order they are read", () => {
    fc.assert(
      fc.property(words, fc.func(fc.integer()), (some, key) => {
        const settled = settlePeople(some);
        const shuffled = some.map((word, at) => ({ word, by: key(at) }));
        shuffled.sort((a, b) => a.by - b.by);
        expect(settlePeople(shuffled.map(({ word }) => word))).toEqual(settled);
        for (const [one, other] of settled.apart)
          for (const group of settled.together)
            expect(group.includes(one) && group.includes(other)).toBe(false);
        const grouped = settled.together.flat();
        expect(new Set(grouped).size).toBe(grouped.length);
      }),
      { numRuns: 300 },
    );
  });

  it("the last one holds whole", () => {
    fc.assert(
      fc.property(words, fc.constantFrom<PeopleWord["word"]>("apart", "together"), (some, word) => {
        const { apart, together } = settlePeople([...some, said(word, 2_000, [1, 2], [3])]);
        const isApart = (a: number, b: number) =>
          apart.some(([one, other]) => one === Math.min(a, b) && other === Math.max(a, b));
        for (const one of [1, 2])
          expect(
            word === "apart"
              ? isApart(one, 3)
              : together.some((g) => g.includes(one) && g.includes(3)),
          ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
