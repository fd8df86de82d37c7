import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  changedSince,
  decidedState,
  readChoices,
  settleField,
} from "#app/domain/discount/decide.ts";
import type { DriftChoice } from "#app/domain/discount/drift.ts";
import {
  isOutdated,
  mergeTerms,
  type Agreed,
  type Difference,
} from "#app/domain/discount/merge.ts";
import type { DiscountTerms } from "#app/domain/discount/terms.ts";
import { theirTerms, wantedTerms } from "./fixtures/arbitrary-terms.ts";

const NOW = new Date("2026-06-15T12:00:00Z");

const sides = fc.record({
  ours: wantedTerms,
  agreed: fc.record({ ours: wantedTerms, theirs: theirTerms }),
  theirs: theirTerms,
});

/** Both sides after a choice for every difference; `canSay`: whether the campaign takes Shopify's value over. */
function decided(
  { ours, agreed, theirs }: { ours: DiscountTerms; agreed: Agreed; theirs: DiscountTerms },
  choice: DriftChoice,
  canSay: boolean,
) {
  const differences = mergeTerms(ours, agreed, theirs, NOW);
  const after = { ...ours };
  if (choice === "keep" && canSay)
    for (const { field } of differences) Object.assign(after, { [field]: theirs[field] });
  const settled = differences.reduce(
    (sofar, each) => settleField(sofar, each, choice, after),
    agreed,
  );
  return { differences, after, settled };
}

describe("once it is decided on every difference", () => {
  test.each([true, false])("what is kept is none any more, said by the campaign: %s", (canSay) => {
    fc.assert(
      fc.property(sides, (all) => {
        const { after, settled } = decided(all, "keep", canSay);
        expect(mergeTerms(after, settled, all.theirs, NOW)).toEqual([]);
      }),
    );
  });

  test("what is restored is pushed, every field of it and nothing else", () => {
    fc.assert(
      fc.property(sides, (all) => {
        const { differences, after, settled } = decided(all, "restore", false);
        const next = mergeTerms(after, settled, all.theirs, NOW);
        expect(next.map(({ field }) => field)).toEqual(differences.map(({ field }) => field));
        expect(next.every(({ changedBy }) => changedBy === "us")).toBe(true);
      }),
    );
  });

  test("a later change on one side is that side's, and no conflict", () => {
    fc.assert(
      fc.property(sides, theirTerms, (all, later) => {
        const { differences, after, settled } = decided(all, "keep", true);
        const decidedOn = new Set(differences.map(({ field }) => field));
        const changedBy = (next: Difference[]) =>
          next.filter(({ field }) => decidedOn.has(field)).map((each) => each.changedBy);
        const here = changedBy(mergeTerms(later, settled, all.theirs, NOW));
        const there = changedBy(mergeTerms(after, settled, later, NOW));
        expect(here.filter((side) => side !== "us")).toEqual([]);
        expect(there.filter((side) => side !== "them")).toEqual([]);
      }),
    );
  });
});

test("sides that came to say the same by themselves are to be agreed on anew", () => {
  fc.assert(
    fc.property(theirTerms, theirTerms, (same, before) => {
      const agreed = { ours: before, theirs: before };
      expect(isOutdated(same, { ours: same, theirs: same }, same, NOW)).toBe(false);
      if (mergeTerms(same, agreed, before, NOW).length > 0)
        expect(isOutdated(same, agreed, same, NOW)).toBe(true);
    }),
  );
});

const difference: Difference = {
  field: "title",
  ours: "A",
  theirs: "B",
  agreed: "A",
  changedBy: "both",
};

describe("choices", () => {
  const fields = [{ field: "title" }, { field: "endsAt" }] as const;
  test.each([
    ["one for all", { all: "keep", each: null }, { title: "keep", endsAt: "keep" }],
    [
      "one each",
      { all: "", each: { title: "keep", endsAt: "restore" } },
      { title: "keep", endsAt: "restore" },
    ],
    ["one left out", { all: "", each: { title: "keep" } }, null],
    ["one that is none", { all: "shrug", each: {} }, null],
    ["no object", { all: "", each: "keep" }, null],
  ])("%s", (_, posted, expected) => {
    expect(readChoices(fields, posted)).toEqual(expected);
  });

  test("make a state", () => {
    expect(decidedState(["keep", "keep"])).toBe("adopted");
    expect(decidedState(["restore"])).toBe("restored");
    expect(decidedState(["keep", "restore"])).toBe("mixed");
  });
});

test("a campaign that says something else by now has changed since", () => {
  const ours = { title: "C", usageLimit: 12 } as DiscountTerms;
  const cap = { ...difference, field: "usageLimit" as const, ours: 10 };
  expect(changedSince([difference, cap], ours, "ours")).toEqual([difference, cap]);
  expect(changedSince([difference], { ...ours, title: "A" }, "ours")).toEqual([]);
});
