import type { Args, View } from "./context.ts";
import { Refusal, type UserError } from "./errors.ts";

/**
 * A mutation that may be refused: its payload with `userErrors`, and null for everything else. `work` gives the
 * payload's other fields.
 */
export function refusable(
  typename: string,
  fields: readonly string[],
  work: (args: Args) => Readonly<Record<string, unknown>>,
): (args: Args) => View {
  return (args) => {
    try {
      const { userErrors = [], ...payload } = work(args);
      return {
        __typename: typename,
        ...payload,
        userErrors: errorViews(userErrors as UserError[]),
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const nothing = Object.fromEntries(fields.map((field) => [field, null]));
      return { __typename: typename, ...nothing, userErrors: errorViews(error.errors) };
    }
  };
}

function errorViews(errors: readonly UserError[]) {
  return errors.map((error) => ({ code: null, extraInfo: null, elementIndex: null, ...error }));
}
