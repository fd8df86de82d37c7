import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionNode,
} from "graphql";

/** What selections are looked up in. */
export type Selected = {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
};

/** The fields that hold for `type` itself: fragments on it, or on what it implements, are opened. */
export function fieldsOf(
  given: Selected,
  type: GraphQLNamedType,
  selections: readonly SelectionNode[],
): FieldNode[] {
  return selections
    .filter((node) => isIncluded(given, node))
    .flatMap((node) => {
      if (node.kind === Kind.FIELD) return [node];
      const fragment = fragmentOf(given, node);
      if (!fragment) return [];
      return fragment.on === undefined || covers(given, fragment.on, type)
        ? fieldsOf(given, type, fragment.selections)
        : [];
    });
}

export function conditionsOf(
  given: Selected,
  type: GraphQLNamedType,
  selections: readonly SelectionNode[],
): string[] {
  const found = selections.flatMap((node) => {
    const fragment = node.kind === Kind.FIELD ? undefined : fragmentOf(given, node);
    if (!fragment) return [];
    const own = fragment.on && !covers(given, fragment.on, type) ? [fragment.on] : [];
    return [...own, ...conditionsOf(given, type, fragment.selections)];
  });
  return [...new Set(found)];
}

export function selectionsFor(
  given: Selected,
  condition: string,
  selections: readonly SelectionNode[],
): SelectionNode[] {
  return selections.flatMap((node) => {
    const fragment = node.kind === Kind.FIELD ? undefined : fragmentOf(given, node);
    if (!fragment) return [];
    if (fragment.on === condition) return [...fragment.selections];
    return selectionsFor(given, condition, fragment.selections);
  });
}

function fragmentOf(given: Selected, node: SelectionNode) {
  if (node.kind === Kind.INLINE_FRAGMENT) {
    const { typeCondition, selectionSet } = node;
    return { on: typeCondition?.name.value, selections: selectionSet.selections };
  }
  if (node.kind !== Kind.FRAGMENT_SPREAD) return undefined;
  const named = given.fragments.get(node.name.value);
  return named && { on: named.typeCondition.name.value, selections: named.selectionSet.selections };
}

function covers(given: Selected, condition: string, type: GraphQLNamedType): boolean {
  if (condition === type.name) return true;
  const wider = given.schema.getType(condition);
  return isAbstractType(wider) && isObjectType(type) && given.schema.isSubType(wider, type);
}

function isIncluded(given: Selected, node: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, given.variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, given.variables);
  return skip?.["if"] !== true && include?.["if"] !== false;
}

export function responseKey(field: FieldNode): string {
  return (field.alias ?? field.name).value;
}
