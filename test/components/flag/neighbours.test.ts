import { expect, it } from "vitest";
import { neighboursOf } from "#app/components/flag/neighbours.ts";

const open = [{ id: "a" }, { id: "b" }, { id: "c" }];

it.each([
  ["a", { previous: null, next: "b" }],
  ["b", { previous: "a", next: "c" }],
  ["c", { previous: "b", next: null }],
  // Decided already: the first open one is next.
  ["gone", { previous: null, next: "a" }],
])("around %s: %o", (id, expected) => {
  expect(neighboursOf(id, open)).toEqual(expected);
});

it("nothing is around the only one", () => {
  expect(neighboursOf("a", [{ id: "a" }])).toEqual({ previous: null, next: null });
});
