/** A GraphQL document with the types of what it takes and gives; both come from the schema by `npm run codegen`. */
export type Operation<Result, Variables extends Record<string, unknown>> = {
  kind: "query" | "mutation";
  document: string;
  /** Never set: carries the types. */
  types?: (variables: Variables) => Result;
};

export function query<Result, Variables extends Record<string, unknown>>(
  document: string,
): Operation<Result, Variables> {
  return { kind: "query", document };
}

export function mutation<Result, Variables extends Record<string, unknown>>(
  document: string,
): Operation<Result, Variables> {
  return { kind: "mutation", document };
}
