import {
  getArgumentValues,
  getNamedType,
  GraphQLString,
  isObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionNode,
} from "graphql";
import { UNPAGED } from "../connection.ts";
import type { AdminContext, Args, View } from "../context.ts";
import type { CostedOperation } from "../cost.ts";
import { accessDenied, unimplemented } from "../errors.ts";
import { missingRequirement } from "../scopes.ts";
import { fieldsOf, responseKey } from "../selections.ts";

/** One field of one type as a query asks for it: looked up once, read a million times. */
export type PlannedField = {
  readonly key: string;
  readonly type: GraphQLOutputType;
  /** What is wanted of it; of a connection, of each of its nodes. */
  readonly selections: readonly SelectionNode[];
  readonly isConnection: boolean;
  readonly read: (source: View) => unknown;
};

export type Planner = (
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
) => readonly PlannedField[];

export function planner(context: AdminContext, selected: CostedOperation): Planner {
  const known = new Map<readonly SelectionNode[], Map<string, readonly PlannedField[]>>();
  return (type, selections) => {
    const ofSelections = known.get(selections) ?? new Map<string, readonly PlannedField[]>();
    known.set(selections, ofSelections);
    const planned = ofSelections.get(type.name) ?? plan(context, selected, type, selections);
    ofSelections.set(type.name, planned);
    return planned;
  };
}

function plan(
  context: AdminContext,
  selected: CostedOperation,
  type: GraphQLObjectType,
  selections: readonly SelectionNode[],
): PlannedField[] {
  const byKey = new Map<string, SelectionNode[]>();
  const first = new Map(
    fieldsOf(selected, type, selections)
      .reverse()
      .map((field) => [responseKey(field), field]),
  );
  for (const field of fieldsOf(selected, type, selections)) {
    const inner = byKey.get(responseKey(field)) ?? [];
    byKey.set(responseKey(field), [...inner, ...(field.selectionSet?.selections ?? [])]);
  }
  return [...byKey].flatMap(([key, inner]): PlannedField[] => {
    const field = first.get(key);
    const name = field?.name.value ?? key;
    if (name === "__typename") return [typenameField(key, type)];
    const definition = type.getFields()[name];
    if (!field || !definition) return [];
    const missing = missingRequirement(context.required, context.token.scopes, {
      parent: type.name,
      name,
      type: definition.type,
    });
    if (missing) throw accessDenied(name, missing.text);
    const given = getNamedType(definition.type);
    const isConnection = given.name.endsWith("Connection");
    const args: Args = getArgumentValues(definition, field, selected.variables);
    return [
      {
        key,
        type: definition.type,
        isConnection,
        selections: isConnection && isObjectType(given) ? nodeOf(selected, given, inner) : inner,
        read: (source) => read(source, type.name, name, isConnection ? unpaged(args) : args),
      },
    ];
  });
}

function typenameField(key: string, { name }: GraphQLObjectType): PlannedField {
  return { key, type: GraphQLString, selections: [], isConnection: false, read: () => name };
}

/** Paging says nothing in bulk: all of it is wanted. */
function unpaged({ first: _, last: __, after: ___, before: ____, ...args }: Args): Args {
  return { ...args, [UNPAGED]: true };
}

function nodeOf(
  selected: CostedOperation,
  connection: GraphQLObjectType,
  selections: readonly SelectionNode[],
): SelectionNode[] {
  const inner = (type: GraphQLObjectType, name: string, of: readonly SelectionNode[]) =>
    fieldsOf(selected, type, of)
      .filter((field) => field.name.value === name)
      .flatMap((field) => field.selectionSet?.selections ?? []);
  const edge = getNamedType(connection.getFields()["edges"]?.type);
  const edges = inner(connection, "edges", selections);
  return isObjectType(edge) ? inner(edge, "node", edges) : [];
}

function read(source: View, parent: string, name: string, args: Args): unknown {
  if (!Object.hasOwn(source, name)) throw unimplemented(`${parent}.${name}`);
  const value = source[name];
  const given = typeof value === "function" ? (value as (args: Args) => unknown)(args) : value;
  if (given === undefined) throw unimplemented(`${parent}.${name} of this object`);
  return given;
}
