import { expect, test } from "vitest";
import { Refusal } from "../errors.ts";
import { loadAdminSchema } from "../schema.ts";
import { checkBulkQuery } from "./check-query.ts";
import { CODES } from "./fixtures.ts";

const { schema } = await loadAdminSchema();

function problems(query: string): readonly string[] {
  try {
    checkBulkQuery(schema, query);
    return [];
  } catch (error) {
    if (error instanceof Refusal) {
      for (const { code, field } of error.errors) {
        expect([code, field]).toEqual(["INVALID", ["query"]]);
      }
      return error.errors.map(({ message }) => message);
    }
    throw error;
  }
}

const of = (name: string, inner: string) => `${name} { edges { node { ${inner} } } }`;

test.each([
  ["all codes", CODES],
  ["through a fragment", `query { ...All } fragment All on QueryRoot { ${of("products", "id")} }`],
  [
    "two levels deep",
    `{ ${of("collections", `id ${of("products", `id ${of("variants", "id")}`)}`)} }`,
  ],
  ["two roots", `{ ${of("products", "id")} ${of("customers", "id")} }`],
])("%s may be asked", (_, query) => {
  expect(problems(query)).toEqual([]);
});

test.each([
  ["nothing", "", /^Invalid bulk query: Syntax Error/],
  ["what the schema does not have", "{ nonsense }", /^Invalid bulk query: Cannot query field/],
  [
    "a mutation",
    "mutation { discountCodeDelete(id: 1) { deletedCodeDiscountId } }",
    "Invalid operation type. Only `query` operations are supported.",
  ],
  ["no connection", "{ shop { name } }", "Bulk queries must contain at least one connection."],
  [
    "nodes instead of edges",
    "{ discountNodes { nodes { id } } }",
    /Selecting via 'nodes' is not supported. Invalid connection fields: 'discountNodes'\.$/,
  ],
  [
    "a parent without its id",
    `{ ${of("products", `title ${of("variants", "id")}`)} }`,
    /^The parent 'node' field .* Connection fields without 'id': products\.$/,
  ],
  [
    "an alias for the id",
    `{ ${of("products", `key: id ${of("variants", "id")}`)} }`,
    /^The parent 'node' field/,
  ],
  [
    "three levels",
    `{ ${of("collections", `id ${of("products", `id ${of("variants", `id ${of("metafields", "id")}`)}`)}`)} }`,
    "Bulk queries cannot contain connections with a nesting depth greater than 2.",
  ],
  [
    "six connections",
    `{ ${of("products", ["variants", "metafields", "collections", "media", "events"].map((name) => `id ${of(name, "__typename")}`).join(" "))} }`,
    "Bulk queries cannot contain more than 5 connections.",
  ],
  [
    "a connection within a list",
    `{ ${of("orders", `id fulfillments { ${of("events", "id")} }`)} }`,
    /^Queries that contain a connection field within a list field/,
  ],
  ["variables", `query Q($q: String) { ${of("products(query: $q)", "id")} }`, /variables/],
  ["a query too long", `{ shop { name } } #${"é".repeat(33_000)}`, /^Query is too large/],
])("%s is refused", (_, query, message) => {
  const [first, ...others] = problems(query);
  expect(first).toMatch(message);
  expect(others).toEqual([]);
});

test("a single thing instead of a list is told twice", () => {
  expect(problems('{ node(id: "gid://shopify/Product/1") { id } }')).toEqual([
    "Bulk queries cannot contain a top level `node` field.",
    "Bulk queries must contain at least one connection.",
  ]);
});
