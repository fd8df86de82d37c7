import { choicesOf } from "../../shape.ts";
import { daysMeant, runsInWords } from "../days-run.ts";
import type { Rule } from "../rule.ts";
import { isSeasonWithin } from "../season-days.ts";

/** XMAS in June. Only told, not warned of: “Christmas in July” is a sale too. */
export const season: Rule = {
  label: "Season",
  description: "The name says a day such as Black Friday, and the discount runs at another time.",
  about: "dates",
  severity: "info",
  check: ({ field, value, named }) => {
    const { type } = field;
    if (type.kind !== "list" && type.kind !== "word") return null;
    const { first, last } = daysMeant(named);
    if (isSeasonWithin(value, first, last) !== false) return null;
    const label = choicesOf(field)?.find((each) => each.value === value)?.label ?? value;
    return {
      message: `“${value}” says ${label}, but the discount ${runsInWords(named)}.`,
      fixes: [],
    };
  },
};
