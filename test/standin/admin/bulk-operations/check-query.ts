import {
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
} from "graphql";
import { MAX_BULK_CONNECTIONS, MAX_BULK_NESTING, MAX_BULK_QUERY_BYTES } from "../../assumptions.ts";
import { Refusal } from "../errors.ts";
import type { CostedOperation } from "../cost.ts";
import { lookAt } from "./connections.ts";

/**
 * A query that may run in bulk.
 * @throws Refusal in Shopify's words: one sentence for each thing that is wrong.
 */
export function checkBulkQuery(schema: GraphQLSchema, source: string): CostedOperation {
  const bytes = Buffer.byteLength(source);
  if (bytes > MAX_BULK_QUERY_BYTES) {
    throw refused(`Query is too large (${bytes} bytes; maximum is ${MAX_BULK_QUERY_BYTES} bytes)`);
  }
  const document = readDocument(source);
  const operation = getOperationAST(document);
  if (operation?.operation !== OperationTypeNode.QUERY) {
    throw refused("Invalid operation type. Only `query` operations are supported.");
  }
  const invalid = validate(schema, document);
  if (invalid.length > 0) {
    throw refused(...invalid.map(({ message }) => `Invalid bulk query: ${message}`));
  }
  if (operation.variableDefinitions?.length) {
    throw refused("Invalid bulk query: variables are not supported");
  }
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const selected = { schema, operation, fragments, variables: {} };
  const problems = problemsOf(selected);
  if (problems.length > 0) throw refused(...problems);
  return selected;
}

function problemsOf(selected: CostedOperation): string[] {
  const seen = lookAt(selected);
  const problems: string[] = [];
  if (seen.byNodes.size > 0) {
    const names = [...seen.byNodes];
    problems.push(
      `All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: '${names[0]} { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: '${names.join("', '")}'.`,
    );
  }
  if (seen.topLevelNode) {
    problems.push(`Bulk queries cannot contain a top level \`${seen.topLevelNode}\` field.`);
  }
  if (seen.deepest > MAX_BULK_NESTING) {
    problems.push(
      `Bulk queries cannot contain connections with a nesting depth greater than ${MAX_BULK_NESTING}.`,
    );
  }
  if (seen.count > MAX_BULK_CONNECTIONS) {
    problems.push(`Bulk queries cannot contain more than ${MAX_BULK_CONNECTIONS} connections.`);
  }
  if (seen.withoutId.size > 0) {
    problems.push(
      `The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': ${[...seen.withoutId].join(", ")}.`,
    );
  }
  if (seen.isInList) {
    problems.push(
      "Queries that contain a connection field within a list field are not currently supported.",
    );
  }
  if (seen.count === 0 && (problems.length === 0 || seen.topLevelNode)) {
    problems.push("Bulk queries must contain at least one connection.");
  }
  return problems;
}

function readDocument(source: string): DocumentNode {
  try {
    return parse(source);
  } catch (error) {
    if (error instanceof GraphQLError) throw refused(`Invalid bulk query: ${error.message}`);
    throw error;
  }
}

function refused(...messages: readonly string[]): Refusal {
  return new Refusal(messages.map((message) => ({ field: ["query"], message, code: "INVALID" })));
}
