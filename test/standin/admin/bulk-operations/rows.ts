import {
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLOutputType,
  type SelectionNode,
} from "graphql";
import { UNGROUPED_RUN } from "../../assumptions.ts";
import { UNPAGED } from "../connection.ts";
import type { AdminContext, View } from "../context.ts";
import type { CostedOperation } from "../cost.ts";
import { unimplemented } from "../errors.ts";
import { planner } from "./plan.ts";

/** A line of the file. */
export type Row = { readonly json: string; readonly isRoot: boolean };

type Children = { readonly nodes: Iterable<View>; readonly selections: readonly SelectionNode[] };
type Read = { readonly value: Record<string, unknown>; readonly children: Children[] };

/**
 * Every node of every connection of a query as a line of its own, one by one: nothing but what is being read is in
 * memory. A nested one names its parent, and comes after it: at once when grouped, later when not.
 */
export function* rowsOf(
  context: AdminContext,
  selected: CostedOperation,
  root: View,
  groupObjects: boolean,
): Generator<Row> {
  const { schema, operation } = selected;
  const plan = planner(context, selected);

  function read(source: View, selections: readonly SelectionNode[], into: Children[]) {
    const type = schema.getType(source.__typename);
    if (!isObjectType(type)) throw unimplemented(`the type ${source.__typename}`);
    const value: Record<string, unknown> = {};
    for (const field of plan(type, selections)) {
      const given = field.read(source);
      if (field.isConnection) {
        const nodes = (given as Readonly<Record<symbol, Iterable<View> | undefined>>)[UNPAGED];
        if (!nodes) throw unimplemented(`${type.name}.${field.key} in bulk`);
        into.push({ nodes, selections: field.selections });
      } else value[field.key] = complete(field.type, given, field.selections, into);
    }
    return value;
  }

  function complete(
    type: GraphQLOutputType,
    given: unknown,
    selections: readonly SelectionNode[],
    into: Children[],
  ): unknown {
    const nullable = getNullableType(type);
    if (given === null || given === undefined) return null;
    if (isListType(nullable)) {
      const inner = nullable.ofType;
      return [...(given as Iterable<unknown>)].map((one) => complete(inner, one, selections, into));
    }
    return isLeafType(nullable) ? nullable.serialize(given) : read(given as View, selections, into);
  }

  function* lines({ nodes, selections }: Children, parentId: unknown): Generator<Row> {
    const isRoot = parentId === undefined;
    let held: Read[] = [];
    for (const node of nodes) {
      const children: Children[] = [];
      const value = read(node, selections, children);
      yield { json: JSON.stringify(isRoot ? value : { ...value, __parentId: parentId }), isRoot };
      held.push({ value, children });
      if (groupObjects || held.length === UNGROUPED_RUN) {
        yield* below(held);
        held = [];
      }
    }
    yield* below(held);
  }

  function* below(parents: readonly Read[]): Generator<Row> {
    for (const { value, children } of parents) {
      for (const child of children) yield* lines(child, value["id"]);
    }
  }

  const top: Children[] = [];
  read(root, operation.selectionSet.selections, top);
  for (const children of top) yield* lines(children, undefined);
}
