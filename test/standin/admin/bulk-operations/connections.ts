import {
  getNamedType,
  getNullableType,
  isListType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLNamedType,
  type SelectionNode,
} from "graphql";
import type { CostedOperation } from "../cost.ts";

/** What counts about the connections of a query. */
export type Connections = {
  readonly count: number;
  /** How many connections the innermost one stands in. */
  readonly deepest: number;
  /** Connections asked for by `nodes` instead of `edges`. */
  readonly byNodes: ReadonlySet<string>;
  /** Connections whose nodes hold another one but do not say their id. */
  readonly withoutId: ReadonlySet<string>;
  readonly isInList: boolean;
  readonly topLevelNode: string | undefined;
};

type Place = {
  readonly type: GraphQLNamedType | undefined;
  readonly depth: number;
  readonly isInList: boolean;
  /** The connection whose node this is in, and whether that node says its id. */
  readonly parent: { readonly field: string; readonly hasId: boolean } | undefined;
};

export function lookAt(selected: CostedOperation): Connections {
  const { schema, operation, fragments } = selected;
  const seen = {
    count: 0,
    deepest: 0,
    byNodes: new Set<string>(),
    withoutId: new Set<string>(),
    isInList: false,
    topLevelNode: undefined as string | undefined,
  };

  function flat(selections: readonly SelectionNode[]): readonly [string | undefined, FieldNode][] {
    return selections.flatMap((node): [string | undefined, FieldNode][] => {
      if (node.kind === Kind.FIELD) return [[undefined, node]];
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      if (!fragment) return [];
      const on = fragment.typeCondition?.name.value;
      return flat(fragment.selectionSet.selections).map(([inner, field]) => [inner ?? on, field]);
    });
  }

  function look(selections: readonly SelectionNode[], place: Place): void {
    for (const [on, field] of flat(selections)) {
      const type = on === undefined ? place.type : schema.getType(on);
      if (!isObjectType(type) && !isInterfaceType(type)) continue;
      const definition = type.getFields()[field.name.value];
      if (!definition || !field.selectionSet) continue;
      const given = getNamedType(definition.type);
      const inner = field.selectionSet.selections;
      const isList = isListType(getNullableType(definition.type));
      if (given.name.endsWith("Connection")) enter(field, given, place);
      else look(inner, { ...place, type: given, isInList: place.isInList || isList });
    }
  }

  function enter(field: FieldNode, type: GraphQLNamedType, place: Place): void {
    seen.count += 1;
    seen.deepest = Math.max(seen.deepest, place.depth);
    seen.isInList ||= place.isInList;
    if (place.parent && !place.parent.hasId) seen.withoutId.add(place.parent.field);
    const name = field.name.value;
    for (const [, inner] of flat(field.selectionSet?.selections ?? [])) {
      if (inner.name.value === "nodes") seen.byNodes.add(name);
      if (inner.name.value !== "edges" || !inner.selectionSet || !isObjectType(type)) continue;
      const edge = getNamedType(type.getFields()["edges"]?.type);
      for (const [, node] of flat(inner.selectionSet.selections)) {
        if (node.name.value !== "node" || !node.selectionSet || !isObjectType(edge)) continue;
        const selections = node.selectionSet.selections;
        const hasId = flat(selections).some(([, one]) => one.name.value === "id" && !one.alias);
        look(selections, {
          type: getNamedType(edge.getFields()["node"]?.type),
          depth: place.depth + 1,
          isInList: false,
          parent: { field: name, hasId },
        });
      }
    }
  }

  const root = schema.getQueryType() ?? undefined;
  const { selections } = operation.selectionSet;
  for (const [, { name }] of flat(selections)) {
    if (name.value === "node" || name.value === "nodes") seen.topLevelNode = name.value;
  }
  look(selections, { type: root, depth: 0, isInList: false, parent: undefined });
  return seen;
}
