import {
  execute,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  parse,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  type OperationDefinitionNode,
} from "graphql";
import type { AccessToken, AdminCall, ShopState, World } from "../state.ts";
import { MAX_QUERY_COST, returnToBucket, takeFromBucket, throttleStatus } from "./bucket.ts";
import type { AdminContext } from "./context.ts";
import { costOf, type CostedOperation } from "./cost.ts";
import { resolveField, resolveType } from "./resolve.ts";
import { mutationRoot } from "./mutation-root.ts";
import { queryRoot } from "./query-root.ts";
import type { AdminSchema } from "./schema.ts";

export type GraphqlRequest = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
};

export type GraphqlAnswer = {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: {
    readonly cost: {
      readonly requestedQueryCost: number;
      readonly actualQueryCost: number | null;
      readonly throttleStatus: ReturnType<typeof throttleStatus>;
    };
  };
};

/** A request that is fit to run: parsed, valid against the schema, its cost known. */
export type PreparedCall = {
  readonly kind: "ready";
  readonly call: Omit<AdminCall, "shop">;
  readonly document: DocumentNode;
  readonly costed: CostedOperation;
  /** As they were sent: running the call reads them once more. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly requestedCost: number;
};

export type RefusedCall = { readonly kind: "refused"; readonly answer: GraphqlAnswer };

/** Documents already parsed and validated: an app sends the same few all the time. */
const valid = new Map<string, DocumentNode | readonly GraphQLError[]>();
const REMEMBERED_DOCUMENTS = 500;

export function prepareCall(
  { schema }: AdminSchema,
  request: GraphqlRequest,
): PreparedCall | RefusedCall {
  const document = readDocument(schema, request.query);
  if ("length" in document) return refused(document);
  const operation = getOperationAST(document, request.operationName ?? null);
  if (!operation || operation.operation === "subscription") {
    return refused([new GraphQLError("No operation named that way")]);
  }
  const variables = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    request.variables ?? {},
  );
  if (!variables.coerced) return refused(variables.errors ?? [], "INVALID_VARIABLE");
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const costed = { schema, operation, fragments, variables: variables.coerced };
  const fields = rootFields(operation);
  return {
    kind: "ready",
    call: {
      kind: operation.operation,
      operation: operation.name?.value ?? fields[0] ?? "",
      fields,
    },
    document,
    costed,
    variables: request.variables ?? {},
    requestedCost: costOf(costed),
  };
}

/** Runs a call for a token, if the shop's bucket has room for it. */
export async function runCall(
  admin: AdminSchema,
  world: World,
  shop: ShopState,
  token: AccessToken,
  prepared: PreparedCall,
): Promise<GraphqlAnswer> {
  const { requestedCost: requested, costed, document } = prepared;
  if (requested > MAX_QUERY_COST) return tooDear(requested);
  if (!takeFromBucket(world, shop, requested)) return throttled(world, shop, requested);
  const context: AdminContext = { world, shop, token, required: admin.required };
  const isMutation = costed.operation.operation === "mutation";
  const result = await execute({
    schema: admin.schema,
    document,
    rootValue: isMutation ? mutationRoot(context) : queryRoot(context),
    contextValue: context,
    variableValues: prepared.variables,
    operationName: costed.operation.name?.value ?? null,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  for (const error of result.errors ?? []) rethrowBug(error);
  const actual = Math.min(requested, costOf(costed, result.data));
  returnToBucket(world, shop, requested - actual);
  return {
    ...(result.data !== undefined && { data: result.data }),
    ...(result.errors && { errors: result.errors.map((error) => error.toJSON()) }),
    extensions: costExtension(world, shop, requested, actual),
  };
}

/** The answer to a call the bucket has no room for. Nothing was done. */
export function throttled(world: World, shop: ShopState, requested: number): GraphqlAnswer {
  const documentation = "https://shopify.dev/api/usage/rate-limits";
  return {
    errors: [{ message: "Throttled", extensions: { code: "THROTTLED", documentation } }],
    extensions: costExtension(world, shop, requested, null),
  };
}

function tooDear(cost: number): GraphqlAnswer {
  return {
    errors: [
      {
        message: `Query cost is ${cost}, which exceeds the single query max cost limit (${MAX_QUERY_COST}).`,
        extensions: {
          code: "MAX_COST_EXCEEDED",
          cost,
          maxCost: MAX_QUERY_COST,
          documentation: "https://shopify.dev/api/usage/rate-limits",
        },
      },
    ],
  };
}

function costExtension(world: World, shop: ShopState, requested: number, actual: number | null) {
  return {
    cost: {
      requestedQueryCost: requested,
      actualQueryCost: actual,
      throttleStatus: throttleStatus(world, shop),
    },
  };
}

function readDocument(
  schema: AdminSchema["schema"],
  source: string,
): DocumentNode | readonly GraphQLError[] {
  const known = valid.get(source);
  if (known) return known;
  const read = parseAndValidate(schema, source);
  if (valid.size >= REMEMBERED_DOCUMENTS) valid.clear();
  valid.set(source, read);
  return read;
}

function parseAndValidate(schema: AdminSchema["schema"], source: string) {
  try {
    const document = parse(source);
    const errors = validate(schema, document);
    return errors.length > 0 ? errors : document;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function refused(errors: readonly GraphQLError[], code = "GRAPHQL_VALIDATION_FAILED"): RefusedCall {
  return {
    kind: "refused",
    answer: { errors: errors.map((error) => ({ ...error.toJSON(), extensions: { code } })) },
  };
}

function rootFields(operation: OperationDefinitionNode): string[] {
  return operation.selectionSet.selections.flatMap((node) =>
    node.kind === Kind.FIELD ? [node.name.value] : [],
  );
}

/** Whatever is not a GraphQL error is a mistake of the stand-in's, and must not look like an answer of Shopify's. */
function rethrowBug(error: GraphQLError): void {
  const { originalError } = error;
  if (originalError && !(originalError instanceof GraphQLError)) throw originalError;
  if (!originalError && error.message.startsWith("Cannot return null")) throw error;
}
