import { guessCost } from "#app/domain/rate/guess-cost.ts";
import type { Operation } from "./operation.ts";

type AnyOperation = Operation<unknown, never>;

export type OperationCosts = {
  /** The points a call will ask for. */
  estimate(operation: AnyOperation, variables: Record<string, unknown>): number;
  learn(operation: AnyOperation, variables: Record<string, unknown>, requested: number): void;
};

/** So many of the last answers count; the dearest of them, so that a rare cheap call does not make the next too cheap. */
const REMEMBERED = 8;

/**
 * What operations ask for, by what Shopify said of the last ones. Kept as its share of our own guess, because the same
 * operation costs what its variables say (ten ids or two hundred). In memory: a new process guesses once more.
 */
export function openOperationCosts(): OperationCosts {
  const shares = new Map<string, number[]>();
  return {
    estimate(operation, variables) {
      const guess = guessCost(operation.kind, operation.document, variables);
      const share = Math.max(...(shares.get(operationName(operation)) ?? [1]));
      // Half a thousandth off for the division that made the share.
      return Math.max(1, Math.ceil(guess * share - 0.0005));
    },
    learn(operation, variables, requested) {
      const name = operationName(operation);
      const guess = guessCost(operation.kind, operation.document, variables);
      shares.set(name, [...(shares.get(name) ?? []), requested / guess].slice(-REMEMBERED));
    },
  };
}

export function operationName({ document }: Pick<AnyOperation, "document">): string {
  return /\b(?:query|mutation)\s+(\w+)/.exec(document)?.[1] ?? document;
}
