import {
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";
import {
  CONNECTION_COST,
  ID_LIST_COSTS_EACH,
  MUTATION_COST,
  PLAIN_LIST_SIZE,
} from "../assumptions.ts";
import { conditionsOf, fieldsOf, responseKey, selectionsFor, type Selected } from "./selections.ts";

export type CostedOperation = Selected & { readonly operation: OperationDefinitionNode };

/** Given or not: with an answer the cost is what was really returned, without one the most that could be. */
type Answer = unknown;
const UNKNOWN: Answer = undefined;

/** Shopify's calculated query cost, in points. With `data`, the actual cost; without, the requested one. */
export function costOf(costed: CostedOperation, data: Answer = UNKNOWN): number {
  const { schema, operation } = costed;
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const { selections } = operation.selectionSet;
  if (operation.operation === OperationTypeNode.MUTATION) {
    return fieldsOf(costed, root, selections).length * MUTATION_COST;
  }
  return selectionCost(costed, root, selections, data);
}

function selectionCost(
  costed: CostedOperation,
  type: GraphQLNamedType,
  selections: readonly SelectionNode[],
  data: Answer,
): number {
  const answers = record(data);
  const own = fieldsOf(costed, type, selections)
    .filter((field) => !answers || responseKey(field) in answers)
    .map((field) => fieldCost(costed, type, field, answers?.[responseKey(field)]));
  if (!isAbstractType(type)) return sum(own);
  // Of an interface or a union, the dearest of the types that were asked about; of an answer, the one it was.
  const others = conditionsOf(costed, type, selections).map((other) => {
    const node = costed.schema.getType(other);
    if (!node) return 0;
    const inner = selectionsFor(costed, other, selections);
    return selectionCost(costed, node, inner, data);
  });
  return sum(own) + Math.max(0, ...others);
}

function fieldCost(
  costed: CostedOperation,
  parent: GraphQLNamedType,
  field: FieldNode,
  data: Answer,
): number {
  if (!("getFields" in parent)) return 0;
  const definition = parent.getFields()[field.name.value];
  if (!definition || !field.selectionSet || !("args" in definition)) return 0;
  const type = getNamedType(definition.type);
  if (isLeafType(type) || data === null) return 0;
  const args = getArgumentValues(definition, field, costed.variables);
  const { selections } = field.selectionSet;
  if (type.name.endsWith("Connection")) {
    return connectionCost(costed, type, selections, pageSize(args), data);
  }
  if (isList(definition.type)) {
    const size = listSize(args);
    const items = Array.isArray(data) ? data.slice(0, size) : undefined;
    if (items) return sum(items.map((item) => objectCost(costed, type, selections, item)));
    return size * objectCost(costed, type, selections, UNKNOWN);
  }
  return objectCost(costed, type, selections, data);
}

function objectCost(
  costed: CostedOperation,
  type: GraphQLNamedType,
  selections: readonly SelectionNode[],
  data: Answer,
): number {
  return data === null ? 0 : 1 + selectionCost(costed, type, selections, data);
}

function connectionCost(
  costed: CostedOperation,
  connection: GraphQLNamedType,
  selections: readonly SelectionNode[],
  size: number,
  data: Answer,
): number {
  const answers = record(data);
  let nodes = 0;
  for (const field of fieldsOf(costed, connection, selections)) {
    const name = field.name.value;
    if (!field.selectionSet || !isObjectType(connection)) continue;
    const given = answers?.[responseKey(field)];
    const type = getNamedType(connection.getFields()[name]?.type);
    if (!type || (name !== "nodes" && name !== "edges")) continue;
    for (const [nodeType, inner, key] of nodesIn(costed, type, field)) {
      if (!Array.isArray(given)) nodes += size * objectCost(costed, nodeType, inner, UNKNOWN);
      else {
        for (const item of given) {
          nodes += objectCost(costed, nodeType, inner, key ? record(item)?.[key] : item);
        }
      }
    }
  }
  return CONNECTION_COST + nodes;
}

/** Edges cost nothing themselves; what counts is the node each of them holds. */
function* nodesIn(
  costed: CostedOperation,
  type: GraphQLNamedType,
  field: FieldNode,
): Generator<[GraphQLNamedType, readonly SelectionNode[], string | undefined]> {
  const inner = field.selectionSet?.selections ?? [];
  if (field.name.value === "nodes") {
    yield [type, inner, undefined];
    return;
  }
  for (const edgeField of fieldsOf(costed, type, inner)) {
    if (edgeField.name.value !== "node" || !edgeField.selectionSet || !isObjectType(type)) continue;
    const node = getNamedType(type.getFields()["node"]?.type);
    if (node) yield [node, edgeField.selectionSet.selections, responseKey(edgeField)];
  }
}

function pageSize(args: Readonly<Record<string, unknown>>): number {
  const size = args["first"] ?? args["last"];
  return typeof size === "number" ? size : 0;
}

function listSize(args: Readonly<Record<string, unknown>>): number {
  const ids = args["ids"];
  if (ID_LIST_COSTS_EACH && Array.isArray(ids)) return ids.length;
  return pageSize(args) || PLAIN_LIST_SIZE;
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null ? { ...value } : undefined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
