import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";

/** A number from 0 below 1. */
export type Random = () => number;

/**
 * Inputs made from the function's query and schema: of the right shape for the most part, with nulls where the schema
 * allows them and where it does not, values of a wrong type, fields left out and fields nobody asked for.
 */
export function inputMaker(
  schema: GraphQLSchema,
  query: DocumentNode,
  /** Texts for strings; the alias or name of the field they stand in comes with them. */
  textFor: (path: readonly string[], random: Random) => string,
): (random: Random) => unknown {
  const root = schema.getQueryType();
  const definition = query.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const selections =
    definition && "selectionSet" in definition ? definition.selectionSet : undefined;
  if (!root || !selections) throw new Error("No query");

  const object = (
    type: GraphQLOutputType,
    selected: SelectionSetNode,
    path: readonly string[],
    random: Random,
  ): unknown => {
    const named = getNamedType(type);
    const made: Record<string, unknown> = {};
    for (const field of selected.selections) {
      if (field.kind !== Kind.FIELD || !isObjectType(named)) continue;
      const name = field.alias?.value ?? field.name.value;
      if (random() < 0.004) continue;
      const fieldType = named.getFields()[field.name.value]?.type;
      if (fieldType) made[name] = value(fieldType, field.selectionSet, [...path, name], random);
    }
    if (random() < 0.01) made["more"] = wrong(random);
    return made;
  };

  const value = (
    type: GraphQLOutputType,
    selected: SelectionSetNode | undefined,
    path: readonly string[],
    random: Random,
  ): unknown => {
    const odds = random();
    if (odds < 0.012) return wrong(random);
    const bare = getNullableType(type);
    if (bare === type && odds < 0.15) return null;
    if (isListType(bare)) {
      const items = Math.floor(random() ** 2 * 8);
      return Array.from({ length: items }, () => value(bare.ofType, selected, path, random));
    }
    if (selected) return object(bare, selected, path, random);
    const name = getNamedType(bare).name;
    if (name === "Boolean") return random() < 0.6;
    if (name === "Int") return Math.floor(random() * 4);
    return textFor(path, random);
  };

  return (random) => (random() < 0.003 ? wrong(random) : object(root, selections, [], random));
}

const WRONG: readonly unknown[] = [
  null,
  undefined,
  true,
  false,
  0,
  -1,
  NaN,
  1e308,
  "",
  "3^^",
  "3^",
  "__proto__",
  "constructor",
  [],
  [null],
  [[]],
  {},
  { a: null },
  { a: { a: "3^-^^" } },
  { length: 3 },
  { a: 5, b: "yes" },
];

const wrong = (random: Random): unknown => WRONG[Math.floor(random() * WRONG.length)];
