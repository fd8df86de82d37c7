import { spellDay } from "../../spell-day.ts";
import { datePartsOf, movedTo, runsOnSuchDay } from "../date-parts.ts";
import { daysRun, runsInWords } from "../days-run.ts";
import { inSeries } from "../in-series.ts";
import type { Rule } from "../rule.ts";

/**
 * 2026-02-28 on a discount from 25 January to 10 February: each part is right of some day, all of them
 * of none. Told of the last part, and only where no part is wrong by itself.
 */
export const date: Rule = {
  label: "Date",
  description:
    "The parts of a date in the name, such as its month and its day, are together no day on which the discount runs.",
  about: "dates",
  severity: "warning",
  check: ({ field, parts, named, respelled }) => {
    const dated = datePartsOf(parts);
    if (dated.length < 2 || dated.at(-1)?.field !== field) return null;
    if (dated.some((part) => !runsOnSuchDay([part], named))) return null;
    if (runsOnSuchDay(dated, named)) return null;
    const { first } = daysRun(named);
    const right = dated.map(({ field: { id }, spelling }) => [id, spellDay(first, spelling) ?? ""]);
    const said = inSeries(
      dated.map(({ value }) => `“${value}”`),
      "and",
    );
    return {
      message: `${said} together say no day of the discount, which ${runsInWords(named)}.`,
      fixes: [
        ...respelled(Object.fromEntries(right) as Record<string, string>),
        ...movedTo(dated, named),
      ],
    };
  },
};
