import type { GraphQLFormattedError } from "graphql";
import type { ThrottleStatus } from "./bucket.ts";

/** The body of an answer to a GraphQL call. */
export type GraphqlAnswer = {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: {
    readonly cost: {
      readonly requestedQueryCost: number;
      readonly actualQueryCost: number | null;
      readonly throttleStatus: ThrottleStatus;
    };
  };
};
