import { dateRule } from "../date-rule.ts";

/** Q3 on a discount of October. Also told to shops whose business year begins in another month. */
export const quarter = dateRule(
  {
    label: "Quarter",
    description: "The name says a quarter of the year in which the discount does not run.",
  },
  ["Q"],
);
