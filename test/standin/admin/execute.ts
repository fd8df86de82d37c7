import { execute, GraphQLError, OperationTypeNode, type ExecutionResult } from "graphql";
import type { AccessToken, ShopState, World } from "../state.ts";
import type { GraphqlAnswer } from "./answer.ts";
import { MAX_QUERY_COST, returnToBucket, takeFromBucket, throttleStatus } from "./bucket.ts";
import type { AdminContext } from "./context.ts";
import { costOf } from "./cost.ts";
import { mutationRoot } from "./mutation-root.ts";
import type { PreparedCall } from "./prepare.ts";
import { queryRoot } from "./query-root.ts";
import { resolveField, resolveType } from "./resolve.ts";
import type { AdminSchema } from "./schema.ts";
import { nodeView } from "./views/node.ts";

/** Runs a call for a token, if the shop's bucket has room for it. */
export async function runCall(
  admin: AdminSchema,
  world: World,
  shop: ShopState,
  token: AccessToken,
  prepared: PreparedCall,
): Promise<GraphqlAnswer> {
  const { requestedCost: requested } = prepared;
  if (requested > MAX_QUERY_COST) return tooDear(requested);
  if (!takeFromBucket(world, shop, requested)) return throttled(world, shop, requested);
  const result = await carryOutCall(contextOf(admin, world, shop, token), prepared);
  const actual = Math.min(requested, costOf(prepared.costed, result.data));
  returnToBucket(world, shop, requested - actual);
  return {
    ...(result.data !== undefined && { data: result.data }),
    ...(result.errors && { errors: result.errors.map((error) => error.toJSON()) }),
    extensions: costExtension(world, shop, requested, actual),
  };
}

/** Runs a call, whatever it costs. */
export async function carryOutCall(
  context: AdminContext,
  { document, costed, variables }: PreparedCall,
): Promise<ExecutionResult> {
  const isMutation = costed.operation.operation === OperationTypeNode.MUTATION;
  const result = await execute({
    schema: context.schema,
    document,
    rootValue: isMutation ? mutationRoot(context) : queryRoot(context),
    contextValue: context,
    variableValues: variables,
    operationName: costed.operation.name?.value ?? null,
    fieldResolver: resolveField,
    typeResolver: resolveType,
  });
  for (const error of result.errors ?? []) rethrowBug(error);
  return result;
}

export function contextOf(
  admin: AdminSchema,
  world: World,
  shop: ShopState,
  token: AccessToken,
): AdminContext {
  const context: AdminContext = {
    world,
    shop,
    token,
    ...admin,
    node: (globalId) => nodeView(context, globalId),
  };
  return context;
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

/** Whatever is not a GraphQL error is a mistake of the stand-in's, and must not look like an answer of Shopify's. */
function rethrowBug(error: GraphQLError): void {
  const { originalError } = error;
  if (originalError && !(originalError instanceof GraphQLError)) throw originalError;
  if (!originalError && error.message.startsWith("Cannot return null")) throw error;
}
