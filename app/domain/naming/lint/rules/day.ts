import { dateRule } from "../date-rule.ts";

/** 01 on a discount of the 15th. */
export const day = dateRule(
  {
    label: "Day",
    description: "The name says a day of the month on which the discount does not run.",
  },
  ["DD"],
);
