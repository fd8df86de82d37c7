import { dateRule } from "../date-rule.ts";

/** W07 on a discount of week 9; weeks as ISO 8601 counts them. */
export const week = dateRule(
  { label: "Week", description: "The name says a week in which the discount does not run." },
  ["W", "WW"],
);
