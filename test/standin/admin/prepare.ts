import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from "graphql";
import type { AdminCall } from "../state.ts";
import type { GraphqlAnswer } from "./answer.ts";
import { costOf, type CostedOperation } from "./cost.ts";
import type { AdminSchema } from "./schema.ts";

export type GraphqlRequest = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
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
  if (!operation || operation.operation === OperationTypeNode.SUBSCRIPTION) {
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
