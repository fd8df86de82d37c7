import {
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLNamedType,
} from "graphql";

/** The part of Shopify's schema (3,546 types) that some documents name: their input types and the enums they select. */
export function schemaUsedBy(
  schema: GraphQLSchema,
  documents: readonly DocumentNode[],
): GraphQLSchema {
  const used = new Set<GraphQLNamedType>();
  const add = (type: GraphQLNamedType) => {
    if (used.has(type)) return;
    used.add(type);
    if (!isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) add(getNamedType(field.type));
  };
  for (const document of documents) {
    const types = new TypeInfo(schema);
    visit(
      document,
      visitWithTypeInfo(types, {
        VariableDefinition(node) {
          const type = typeFromAST(schema, node.type as never);
          if (type && isInputType(type)) add(getNamedType(type));
        },
        Field() {
          const type = types.getType();
          const named = type && getNamedType(type);
          if (named && isEnumType(named)) add(named);
        },
      }),
    );
  }
  const nothing = new GraphQLObjectType({
    name: "Query",
    fields: { nothing: { type: GraphQLString } },
  });
  return new GraphQLSchema({ query: nothing, types: [...used] });
}
