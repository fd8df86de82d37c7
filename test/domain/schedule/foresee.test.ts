import fc from "fast-check";
import { expect, test } from "vitest";

import { failingBecauseOf, foresee, type Waiting } from "#app/domain/schedule/foresee.ts";
import { anyAction, anyFacts, NOW, RUNNING } from "./facts.ts";

const at = (hour: number) => `2026-06-16T${String(hour).padStart(2, "0")}:00:00.000Z`;

test("changes are foreseen in the order of their times, each from where the one before left off", () => {
  const waiting: Waiting[] = [
    { id: "resume", dueAt: at(3), action: { kind: "resume" } },
    { id: "pause", dueAt: at(1), action: { kind: "pause" } },
    { id: "again", dueAt: at(2), action: { kind: "pause" } },
  ];
  expect(foresee(RUNNING, waiting).map(({ change, outcome }) => [change.id, outcome.ok])).toEqual([
    ["pause", true],
    ["again", false],
    ["resume", true],
  ]);
});

test("one more change tells which others it lets fail, and why", () => {
  const extend: Waiting = {
    id: "extend",
    dueAt: at(5),
    action: { kind: "extend", endsAt: "2026-09-01T00:00:00.000Z" },
  };
  const end: Waiting = { id: null, dueAt: at(4), action: { kind: "end" } };
  expect(failingBecauseOf(RUNNING, [extend], end)).toEqual([
    { change: extend, message: expect.stringMatching(/has ended/) as string },
  ]);
  expect(failingBecauseOf(RUNNING, [extend], { ...end, dueAt: at(6) })).toEqual([]);
});

test("a code replaced twice is in Shopify in between", () => {
  const rotate = (hour: number, to: string): Waiting => ({
    id: to,
    dueAt: at(hour),
    action: { kind: "rotate", codeId: "1", to },
  });
  const foreseen = foresee(RUNNING, [rotate(1, "NEW1"), rotate(2, "NEW2")]);
  expect(foreseen.every(({ outcome }) => outcome.ok)).toBe(true);
});

test("foreseeing is never at a loss", () => {
  const changes = fc.array(fc.tuple(anyAction, fc.integer({ min: 0, max: 23 })), { maxLength: 8 });
  fc.assert(
    fc.property(anyFacts, changes, (facts, list) => {
      const waiting = list.map(([action, hour], index) => ({
        ...{ id: String(index), action },
        dueAt: at(hour),
      }));
      const foreseen = foresee(facts, waiting);
      expect(foreseen).toHaveLength(list.length);
      const times = foreseen.map(({ change }) => change.dueAt);
      expect(times).toEqual(times.toSorted());
      const added = { id: null, dueAt: NOW, action: { kind: "end" } as const };
      for (const { message } of failingBecauseOf(facts, waiting, added))
        expect(message).not.toBe("");
    }),
  );
});
