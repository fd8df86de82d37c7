import { coerceInputValue, type GraphQLSchema } from "graphql";
import { byteLength, LIMITS, scaleFor } from "./limits.ts";
import { resultTypeOf } from "./schema.ts";

/** A function's result after validation against its target's type. */
export type FunctionOutput =
  | { readonly kind: "output"; readonly value: FunctionResult }
  | { readonly kind: "invalid"; readonly errors: readonly string[] };

export type FunctionResult = { readonly operations: readonly CartOperation[] };

/** Exactly one property is set: the schema's "one of" has been checked. */
export type CartOperation = {
  readonly productDiscountsAdd?: DiscountsAdd;
  readonly orderDiscountsAdd?: DiscountsAdd;
  readonly enteredDiscountCodesAccept?: { readonly codes: readonly { readonly code: string }[] };
  readonly enteredDiscountCodesReject?: {
    readonly codes: readonly { readonly code: string }[];
    readonly message: string;
  };
};

/** Candidates are read where they are applied; this stand-in only needs to know whether there are any. */
export type DiscountsAdd = {
  readonly selectionStrategy: string;
  readonly candidates: readonly unknown[];
};

export function readOutput(
  schema: GraphQLSchema,
  target: string,
  json: string,
  cartLines: number,
): FunctionOutput {
  const limit = Math.floor(LIMITS.outputBytes * scaleFor(cartLines));
  if (byteLength(json) > limit) {
    return {
      kind: "invalid",
      errors: [`Output is ${byteLength(json)} bytes, the limit is ${limit}`],
    };
  }
  const errors: string[] = [];
  const value: unknown = coerceInputValue(
    JSON.parse(json),
    resultTypeOf(schema, target),
    (path, _invalid, error) => {
      errors.push(`${path.join(".")}: ${error.message}`);
    },
  );
  return errors.length > 0
    ? { kind: "invalid", errors }
    : { kind: "output", value: value as FunctionResult };
}
