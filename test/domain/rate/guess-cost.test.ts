import { expect, test } from "vitest";

import { guessCost } from "#app/domain/rate/guess-cost.ts";

const costOf = (document: string, variables: Record<string, unknown> = {}) =>
  guessCost("query", document, variables);

test.each([
  ["an object", "query A { shop { name currencyCode } }", 1],
  ["two", "query A { shop { name } currentAppInstallation { accessScopes { handle } } }", 3],
  ["a page", "query A { segments(first: 100) { nodes { id } } }", 102],
  ["a page by edges", "query A { segments(first: 100) { edges { node { id } } } }", 102],
  [
    "pages in a page",
    "query A { p(first: 5) { nodes { v(first: 10, after: $a) { nodes { id } } } } }",
    67,
  ],
  ["a fragment", `query A { node(id: "1") { ... on Shop { plan { name } } } }`, 2],
  ["nothing to count", "query A { __typename }", 1],
  [
    "more than may be",
    "query A { p(first: 250) { nodes { o(first: 9) { nodes { id } } } } }",
    1_000,
  ],
])("%s", (_, document, points) => {
  expect(costOf(document)).toBe(points);
});

test("variables say how much", () => {
  const page = "query A($n: Int!) { segments(first: $n) { nodes { id } } }";
  expect(costOf(page, { n: 7 })).toBe(9);
  expect(costOf(page)).toBe(252);
  expect(costOf("query A($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: ["1", "2"] })).toBe(2);
});

test("a mutation costs ten", () => {
  expect(guessCost("mutation", "mutation A { a { b { c } } }", {})).toBe(10);
});
