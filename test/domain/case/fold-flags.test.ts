import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Edge } from "#app/domain/case/components.ts";
import { foldFlags, type FoldedFlag, type OpenCase } from "#app/domain/case/fold-flags.ts";

const flag = (id: string, personId: string | null, caseId: string | null = null): FoldedFlag => ({
  ...{ id, personId, caseId, orderId: `9${id.replace(/\D/g, "")}` },
});

function fold(flags: FoldedFlag[], edges: Edge[], cases: OpenCase[] = []) {
  let made = 0;
  const nextNumber = Math.max(0, ...cases.map(({ number }) => number)) + 1;
  return foldFlags(flags, edges, cases, { nextNumber, newId: () => `new${(made += 1)}` });
}

/** Which flags stand together after a folding, each group sorted. */
function together(flags: FoldedFlag[], edges: Edge[], cases: OpenCase[] = []): string[][] {
  const { moved } = fold(flags, edges, cases);
  const at = new Map(moved.map(({ flagId, caseId }) => [flagId, caseId]));
  const groups = Map.groupBy(flags, ({ id, caseId }) => at.get(id) ?? caseId);
  return [...groups.values()].map((group) => group.map(({ id }) => id).sort()).sort();
}

describe("flags come into cases", () => {
  test("one for each person, and one for each ring of linked people", () => {
    const flags = [flag("a", "1"), flag("b", "1"), flag("c", "2"), flag("d", "3"), flag("e", "4")];
    const edges: Edge[] = [
      ["2", "3"],
      ["7", "2"],
    ];
    expect(together(flags, edges)).toEqual([["a", "b"], ["c", "d"], ["e"]]);
    expect(fold(flags, edges).opened.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test("by a person in between who has no flag", () => {
    const edges: Edge[] = [
      ["1", "5"],
      ["5", "2"],
    ];
    expect(together([flag("a", "1"), flag("b", "2")], edges)).toEqual([["a", "b"]]);
  });

  test("of nobody known, by order", () => {
    const flags = [flag("a1", null), flag("b1", null), flag("c2", null)];
    expect(together(flags, [])).toEqual([["a1", "b1"], ["c2"]]);
  });

  test("the oldest case goes on when cases come together, and takes the others' flags", () => {
    const flags = [flag("a", "1", "y"), flag("b", "2", "x")];
    const cases = [
      { id: "y", number: 9 },
      { id: "x", number: 4 },
    ];
    expect(fold(flags, [["1", "2"]], cases)).toEqual({
      opened: [],
      moved: [{ flagId: "a", caseId: "x" }],
      emptied: [{ caseId: "y", into: "x" }],
    });
  });

  test("a case that comes apart stays with the person known longest", () => {
    const flags = [flag("a", "10", "x"), flag("b", "9", "x")];
    expect(fold(flags, [], [{ id: "x", number: 4 }])).toEqual({
      opened: [{ id: "new1", number: 5 }],
      moved: [{ flagId: "a", caseId: "new1" }],
      emptied: [],
    });
  });

  test("a case without flags is over", () => {
    expect(fold([], [], [{ id: "x", number: 4 }]).emptied).toEqual([{ caseId: "x", into: null }]);
  });

  test("whatever order flags and links come in, what stands together is the same", () => {
    const person = fc.integer({ min: 1, max: 8 }).map(String);
    const stream = fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant("flag" as const), person }),
        fc.record({ kind: fc.constant("link" as const), a: person, b: person }),
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(
        stream.chain((events) =>
          fc.tuple(
            fc.constant(events.map((event, at) => ({ ...event, at }))),
            fc.shuffledSubarray(
              events.map((_, at) => at),
              { minLength: events.length },
            ),
          ),
        ),
        ([events, order]) => {
          const numbered = (some: typeof events) => arrive(some);
          const other = order.map((at) => events[at]!);
          expect(numbered(other)).toEqual(numbered(events));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("folding again changes nothing", () => {
    const flags = [flag("a", "1"), flag("b", "2")];
    const first = fold(flags, []);
    const at = new Map(first.moved.map(({ flagId, caseId }) => [flagId, caseId]));
    const after = flags.map((each) => ({ ...each, caseId: at.get(each.id) ?? null }));
    expect(fold(after, [], first.opened)).toEqual({ opened: [], moved: [], emptied: [] });
  });
});

type Event = { at: number } & (
  { kind: "flag"; person: string } | { kind: "link"; a: string; b: string }
);

/** Folds after every event, as the services do; answers which events' flags stand together at the end. */
function arrive(events: Event[]): string[][] {
  let made = 0;
  const cases: OpenCase[] = [];
  const edges: Edge[] = [];
  let flags: FoldedFlag[] = [];
  for (const event of events) {
    if (event.kind === "link") edges.push([event.a, event.b]);
    else flags.push(flag(`f${event.at}`, event.person));
    const nextNumber = Math.max(0, ...cases.map(({ number }) => number)) + 1;
    const folding = foldFlags(flags, edges, cases, { nextNumber, newId: () => `c${(made += 1)}` });
    const to = new Map(folding.moved.map(({ flagId, caseId }) => [flagId, caseId]));
    flags = flags.map((each) => ({ ...each, caseId: to.get(each.id) ?? each.caseId }));
    cases.push(...folding.opened);
    for (const { caseId } of folding.emptied)
      cases.splice(
        cases.findIndex(({ id }) => id === caseId),
        1,
      );
  }
  expect(new Set(flags.map(({ caseId }) => caseId)).size).toBe(cases.length);
  const groups = Map.groupBy(flags, ({ caseId }) => caseId);
  return [...groups.values()].map((group) => group.map(({ id }) => id).sort()).sort();
}
