import {
  defaultFieldResolver,
  execute,
  parse,
  validate,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from "graphql";
import type { FunctionFacts } from "./facts.ts";
import { byteLength, LIMITS, scaleFor } from "./limits.ts";
import { queryLimitErrors } from "./query-cost.ts";
import { rootValue, type AppNamespace } from "./resolvers.ts";

export type InputQuery =
  | { readonly kind: "query"; readonly document: DocumentNode }
  | { readonly kind: "refused"; readonly errors: readonly string[] };

/** Reads a query as a deploy would: against the schema, then against Shopify's limits. */
export function readInputQuery(schema: GraphQLSchema, source: string): InputQuery {
  let document: DocumentNode;
  try {
    document = parse(source);
  } catch (error) {
    return { kind: "refused", errors: [String(error)] };
  }
  const invalid = validate(schema, document).map((error) => error.message);
  if (invalid.length > 0) return { kind: "refused", errors: invalid };
  const beyond = queryLimitErrors(schema, source, document);
  return beyond.length > 0 ? { kind: "refused", errors: beyond } : { kind: "query", document };
}

export type FunctionInput =
  | { readonly kind: "input"; readonly json: string }
  | { readonly kind: "failed"; readonly error: string };

/** Executes the query over the facts. Fails where the stand-in has no answer, and over the input limit. */
export async function buildInput(
  schema: GraphQLSchema,
  document: DocumentNode,
  facts: FunctionFacts,
  appNamespace: AppNamespace,
  variables: Readonly<Record<string, unknown>>,
): Promise<FunctionInput> {
  const result = await execute({
    schema,
    document,
    rootValue: rootValue(facts, appNamespace),
    variableValues: variables,
    fieldResolver: strictResolver,
  });
  if (result.errors?.length) {
    return { kind: "failed", error: result.errors.map((error) => error.message).join("; ") };
  }
  const json = JSON.stringify(result.data ?? {});
  const limit = Math.floor(LIMITS.inputBytes * scaleFor(facts.cart.lines.length));
  return byteLength(json) > limit
    ? { kind: "failed", error: `Input is ${byteLength(json)} bytes, the limit is ${limit}` }
    : { kind: "input", json };
}

const strictResolver: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  const known = typeof source === "object" && source !== null && info.fieldName in source;
  if (!known) {
    throw new Error(`The stand-in does not imitate ${info.parentType.name}.${info.fieldName}`);
  }
  const value: unknown = defaultFieldResolver(source, args, context, info);
  return value;
};
