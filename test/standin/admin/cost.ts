import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";
import {
  CONNECTION_COST,
  ID_LIST_COSTS_EACH,
  MUTATION_COST,
  PLAIN_LIST_SIZE,
} from "../assumptions.ts";

export type CostedOperation = {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** Given or not: with an answer the cost is what was really returned, without one the most that could be. */
type Answer = unknown;
const UNKNOWN: Answer = undefined;

/** Shopify's calculated query cost, in points. With `data`, the actual cost; without, the requested one. */
export function costOf(costed: CostedOperation, data: Answer = UNKNOWN): number {
  const { schema, operation } = costed;
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const { selections } = operation.selectionSet;
  if (operation.operation === "mutation") {
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
  if (isList(definition.type as GraphQLOutputType)) {
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

/** The fields that hold for `type` itself: fragments on it, or on what it implements, are opened. */
function fieldsOf(
  costed: CostedOperation,
  type: GraphQLNamedType,
  selections: readonly SelectionNode[],
): FieldNode[] {
  return selections
    .filter((node) => isIncluded(costed, node))
    .flatMap((node) => {
      if (node.kind === Kind.FIELD) return [node];
      const fragment = fragmentOf(costed, node);
      if (!fragment) return [];
      return fragment.on === undefined || covers(costed, fragment.on, type)
        ? fieldsOf(costed, type, fragment.selections)
        : [];
    });
}

function conditionsOf(
  costed: CostedOperation,
  type: GraphQLNamedType,
  selections: readonly SelectionNode[],
): string[] {
  const found = selections.flatMap((node) => {
    const fragment = node.kind === Kind.FIELD ? undefined : fragmentOf(costed, node);
    if (!fragment) return [];
    const own = fragment.on && !covers(costed, fragment.on, type) ? [fragment.on] : [];
    return [...own, ...conditionsOf(costed, type, fragment.selections)];
  });
  return [...new Set(found)];
}

function selectionsFor(
  costed: CostedOperation,
  condition: string,
  selections: readonly SelectionNode[],
): SelectionNode[] {
  return selections.flatMap((node) => {
    const fragment = node.kind === Kind.FIELD ? undefined : fragmentOf(costed, node);
    if (!fragment) return [];
    if (fragment.on === condition) return [...fragment.selections];
    return selectionsFor(costed, condition, fragment.selections);
  });
}

function fragmentOf(costed: CostedOperation, node: SelectionNode) {
  if (node.kind === Kind.INLINE_FRAGMENT) {
    const { typeCondition, selectionSet } = node;
    return { on: typeCondition?.name.value, selections: selectionSet.selections };
  }
  if (node.kind !== Kind.FRAGMENT_SPREAD) return undefined;
  const named = costed.fragments.get(node.name.value);
  return named && { on: named.typeCondition.name.value, selections: named.selectionSet.selections };
}

function covers(costed: CostedOperation, condition: string, type: GraphQLNamedType): boolean {
  if (condition === type.name) return true;
  const wider = costed.schema.getType(condition);
  return isAbstractType(wider) && isObjectType(type) && costed.schema.isSubType(wider, type);
}

function isIncluded(costed: CostedOperation, node: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, costed.variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, costed.variables);
  return skip?.["if"] !== true && include?.["if"] !== false;
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

function responseKey(field: FieldNode): string {
  return (field.alias ?? field.name).value;
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null ? { ...value } : undefined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
