import { GraphQLError } from "graphql";

/** The stand-in does not know how Shopify answers this. It fails the test that met it: no silent nulls. */
export function unimplemented(what: string): GraphQLError {
  return new GraphQLError(`The stand-in does not implement ${what}.`, {
    extensions: { code: "STANDIN_UNIMPLEMENTED" },
  });
}

export function accessDenied(field: string, requiredAccess: string): GraphQLError {
  return new GraphQLError(`Access denied for ${field} field. Required access: ${requiredAccess}`, {
    extensions: {
      code: "ACCESS_DENIED",
      documentation: "https://shopify.dev/api/usage/access-scopes",
      requiredAccess,
    },
  });
}

export function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
}

export function invalidId(id: string): GraphQLError {
  return new GraphQLError(`Invalid global id '${id}'`, {
    extensions: { code: "argumentLiteralsIncompatible" },
  });
}

/** `path` names the argument, as Shopify does, not the place in the answer. */
export function tooManyInputs(given: number, allowed: number): GraphQLError {
  return new GraphQLError(
    `The input array size of ${given} is greater than the maximum allowed of ${allowed}.`,
    { extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" } },
  );
}

export type UserError = {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code?: string | null;
};

/** What a mutation gives when it understood the input and refused it. */
export class Refusal extends Error {
  readonly errors: readonly UserError[];

  constructor(errors: readonly UserError[]) {
    super(errors.map(({ message }) => message).join(" "));
    this.name = "Refusal";
    this.errors = errors;
  }
}
