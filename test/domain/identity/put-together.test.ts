import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { PutTogether, type LinkWord } from "#app/domain/identity/cluster/put-together.ts";

const word = (low: string, word: LinkWord["word"], high: string, at = 1): LinkWord => {
  return { word, low, high, at };
};

describe("people put together", () => {
  test("have what each of them has, also over a third; others keep what is theirs", () => {
    const together = new PutTogether([word("1", "together", "2"), word("3", "together", "2")]);
    expect(together.withOthers(["3", "9"])).toEqual(["1", "2", "3", "9"]);
    const had = new Map([
      ["1", ["a"]],
      ["3", ["b"]],
      ["9", ["c"]],
    ]);
    expect(together.shared(had)).toEqual(
      new Map([
        ["1", ["a", "b"]],
        ["3", ["a", "b"]],
        ["9", ["c"]],
        ["2", ["a", "b"]],
      ]),
    );
  });

  test("are so by the last word", () => {
    const both = [word("1", "together", "2", 1), word("1", "apart", "2", 2)];
    expect(new PutTogether(both).withOthers(["1"])).toEqual(["1"]);
    const back = [...both, word("1", "together", "2", 3)];
    expect(new PutTogether(back).withOthers(["1"])).toEqual(["1", "2"]);
  });

  test("whose accounts turned out to be one person's are themselves", () => {
    expect(new PutTogether([word("1", "together", "1")]).withOthers(["1"])).toEqual(["1"]);
    expect(new PutTogether([word("1", "apart", "1")]).withOthers(["1"])).toEqual(["1"]);
  });

  test("are one for all or for none of them, and nothing is lost or doubled", () => {
    const ids = fc.integer({ min: 1, max: 6 }).map(String);
    const words = fc.array(
      fc.record({
        word: fc.constantFrom("apart" as const, "together" as const),
        ...{ low: ids, high: ids, at: fc.integer({ min: 0, max: 5 }) },
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(words, (said) => {
        const together = new PutTogether(said);
        const had = new Map(["1", "2", "3", "4", "5", "6"].map((id) => [id, [id]]));
        const shared = together.shared(had);
        for (const id of had.keys()) {
          const group = together.withOthers([id]);
          expect(new Set(shared.get(id))).toEqual(new Set(group));
          expect(shared.get(id)).toHaveLength(group.length);
          for (const other of group) expect(together.withOthers([other])).toEqual(group);
        }
      }),
    );
  });
});
