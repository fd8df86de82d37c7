import { dateRule } from "../date-rule.ts";

/** MAY on a discount of June. */
export const month = dateRule(
  { label: "Month", description: "The name says a month in which the discount does not run." },
  ["MON", "MONTH", "MM"],
);
