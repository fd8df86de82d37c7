import { dateRule } from "../date-rule.ts";

/** 26 on a discount of 2025. */
export const year = dateRule(
  { label: "Year", description: "The name says a year in which the discount does not run." },
  ["YY", "YYYY"],
);
