import type { LintRule, Rule } from "./rule.ts";
import { amount } from "./rules/amount.ts";
import { currency } from "./rules/currency.ts";
import { date } from "./rules/date.ts";
import { day } from "./rules/day.ts";
import { month } from "./rules/month.ts";
import { offerKind } from "./rules/offer-kind.ts";
import { percentage } from "./rules/percentage.ts";
import { quarter } from "./rules/quarter.ts";
import { region } from "./rules/region.ts";
import { season } from "./rules/season.ts";
import { week } from "./rules/week.ts";
import { year } from "./rules/year.ts";

/** Every rule, in the order findings about one part are told. A new rule is a file and a line here. */
export const LINT_RULES: Readonly<Record<LintRule, Rule>> = {
  offer_kind: offerKind,
  percentage,
  amount,
  currency,
  year,
  quarter,
  month,
  week,
  day,
  date,
  season,
  region,
};
