import {
  getNamedType,
  isLeafType,
  TokenKind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from "graphql";
import { byteLength, LIMITS } from "./limits.ts";

const MEMBERSHIP_FIELDS: ReadonlySet<string> = new Set([
  "hasAnyTag",
  "hasTags",
  "inAnyCollection",
  "inCollections",
]);
const COSTLY = 3;

/**
 * The cost Shopify calculates for an input query: a field returning a metafield 3 and nothing for what is read
 * inside it, tag and collection membership 3, `__typename` 0, any other leaf 1. List sizes do not count.
 */
export function queryCost(schema: GraphQLSchema, document: DocumentNode): number {
  let cost = 0;
  const typeInfo = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field(node) {
        const name = node.name.value;
        const type = typeInfo.getType();
        if (name === "__typename" || !type) return undefined;
        if (getNamedType(type).name === "Metafield" || MEMBERSHIP_FIELDS.has(name)) {
          cost += COSTLY;
          return false;
        }
        if (isLeafType(getNamedType(type))) cost += 1;
        return undefined;
      },
    }),
  );
  return cost;
}

/** Everything wrong with a query by Shopify's limits; empty when it may be deployed. */
export function queryLimitErrors(
  schema: GraphQLSchema,
  source: string,
  document: DocumentNode,
): string[] {
  const errors: string[] = [];
  const bytes = bytesWithoutComments(source, document);
  if (bytes > LIMITS.queryBytes) {
    errors.push(`Input query is ${bytes} bytes, the limit is ${LIMITS.queryBytes}`);
  }
  const cost = queryCost(schema, document);
  if (cost > LIMITS.queryCost) {
    errors.push(`Input query costs ${cost}, the limit is ${LIMITS.queryCost}`);
  }
  visit(document, {
    ListValue(node) {
      if (node.values.length > LIMITS.listArguments) {
        errors.push(
          `A list argument has ${node.values.length} elements, the limit is ${LIMITS.listArguments}`,
        );
      }
    },
  });
  return errors;
}

/** Bytes of the query as Shopify counts them: comments are left out, white space is not. */
function bytesWithoutComments(source: string, document: DocumentNode): number {
  let bytes = byteLength(source);
  for (let token = document.loc?.startToken ?? null; token !== null; token = token.next) {
    if (token.kind === TokenKind.COMMENT) bytes -= byteLength(source.slice(token.start, token.end));
  }
  return bytes;
}
