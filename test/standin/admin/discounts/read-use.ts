import type { CodeDiscount } from "../../state.ts";
import type { Args } from "../context.ts";
import { optionalNumber } from "./read-minimum.ts";
import type { Problems } from "./problems.ts";

/** How often, and on what kind of purchase. */
export function readUse(input: Args, problems: Problems, current: CodeDiscount | undefined) {
  const usageLimit =
    input["usageLimit"] === undefined ? current?.usageLimit : optionalNumber(input["usageLimit"]);
  if (usageLimit !== undefined && usageLimit < 1) {
    problems.add(["usageLimit"], "GREATER_THAN", "Usage limit must be greater than 0");
  }
  const gets = (input["customerGets"] ?? input) as Args;
  const oneTime = gets["appliesOnOneTimePurchase"] ?? current?.appliesOnOneTimePurchase ?? true;
  const subscription = gets["appliesOnSubscription"] ?? current?.appliesOnSubscription ?? false;
  if (oneTime === false && subscription === false) {
    const message =
      "A discount cannot have both appliesOnOneTimePurchase and appliesOnSubscription set to false.";
    problems.add(["customerGets"], "APPLIES_ON_NOTHING", message);
  }
  return {
    usageLimit,
    appliesOncePerCustomer:
      (input["appliesOncePerCustomer"] ?? current?.appliesOncePerCustomer ?? false) === true,
    appliesOnOneTimePurchase: oneTime === true,
    appliesOnSubscription: subscription === true,
    recurringCycleLimit: readCycles(input, subscription === true, problems, current),
  };
}

/** For how many payments of a subscription; 0 is for all of them. */
function readCycles(
  input: Args,
  appliesOnSubscription: boolean,
  problems: Problems,
  current: CodeDiscount | undefined,
): number | undefined {
  const given = input["recurringCycleLimit"];
  const limit = given === undefined ? current?.recurringCycleLimit : optionalNumber(given);
  if (limit === undefined) return undefined;
  if (limit < 0) {
    const message = "Recurring cycle limit must be a valid integer greater than or equal to 0.";
    problems.add(["recurringCycleLimit"], "RECURRING_CYCLE_LIMIT_NOT_A_VALID_INTEGER", message);
  } else if (!appliesOnSubscription && limit !== 1) {
    const message =
      "Recurring cycle limit must be 1 when discount does not apply to subscription items.";
    const code = "MULTIPLE_RECURRING_CYCLE_LIMIT_FOR_NON_SUBSCRIPTION_ITEMS";
    problems.add(["recurringCycleLimit"], code, message);
  }
  return limit;
}
