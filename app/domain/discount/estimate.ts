import type { Operation } from "./plan.ts";

/** Calls of the Admin API and the points they cost, as far as can be told before. */
export type Estimate = { calls: number; points: number };

/** What Shopify takes for a change, and for looking at one thing. */
const MUTATION = 10;
const LOOK = 1;
/** A discount read with everything it says. */
const READ_DISCOUNT = 40;
/** A search through the codes of a discount, a hundred at a time. */
const SEARCH = 100;
/** Codes a call. */
export const CODES_A_CALL = 250;

/** What a plan asks of Shopify when nothing goes wrong: every change is read back. */
export function estimate(operations: readonly Operation[]): Estimate {
  return operations
    .map(estimateOf)
    .reduce((sum, each) => ({ calls: sum.calls + each.calls, points: sum.points + each.points }), {
      calls: 0,
      points: 0,
    });
}

function estimateOf(operation: Operation): Estimate {
  switch (operation.kind) {
    case "publish_guard":
      return { calls: 1, points: MUTATION };
    case "create_discount":
      return { calls: 3, points: LOOK + MUTATION + READ_DISCOUNT };
    case "change_discount":
    case "stop_discount":
      return { calls: 2, points: MUTATION + READ_DISCOUNT };
    case "remove_codes": {
      // Looked at before and after, ten a call, and searched for by twenties to learn their ids.
      const looks = 2 * Math.ceil(operation.count / 10);
      const searches = Math.ceil(operation.count / 20);
      const calls = Math.ceil(operation.count / CODES_A_CALL);
      return {
        calls: looks + searches + 2 * calls,
        points: looks * 10 * LOOK + searches * SEARCH + calls * (MUTATION + LOOK),
      };
    }
    case "add_codes": {
      const calls = Math.ceil(operation.count / CODES_A_CALL);
      return { calls: 2 * calls, points: calls * (MUTATION + LOOK) };
    }
    case "adopt":
    case "decide":
      return { calls: 0, points: 0 };
  }
}
