import { addDays } from "#app/domain/shared/days.ts";
import { choicesOf } from "../shape.ts";
import type { DateSpelling } from "../field.ts";
import { daysMeant, daysRun, runsInWords } from "./days-run.ts";
import type { Named, Rule } from "./rule.ts";
import { spellDay } from "../spell-day.ts";

/** In as many days every day, week, month and quarter there is has come up. */
const ALL_DAYS = 372;

/** A rule about one kind of date: the discount must run on some day that is spelled so. */
export function dateRule(
  { label, description }: Pick<Rule, "label" | "description">,
  spellings: readonly DateSpelling[],
): Rule {
  return {
    label,
    description,
    about: "dates",
    severity: "warning",
    check: ({ field, value, named, renamed }) => {
      const { type } = field;
      if (type.kind !== "date" || !spellings.includes(type.spelling)) return null;
      if (isOnSomeDay(value, type.spelling, named)) return null;
      const choice = choicesOf(field)?.find((each) => each.value === value);
      const said = choice ? inSentence(choice.label) : value.padStart(4, "20");
      return {
        message: `“${value}” says ${said}, but the discount ${runsInWords(named)}.`,
        fix: renamed(spellDay(daysRun(named).first, type.spelling)),
      };
    },
  };
}

function isOnSomeDay(value: string, spelling: DateSpelling, named: Named): boolean {
  const { first, last } = daysMeant(named);
  if (spelling === "YY" || spelling === "YYYY") {
    const year = value.padStart(4, "20");
    return year >= first.slice(0, 4) && year <= last.slice(0, 4);
  }
  for (let day = first, i = 0; day <= last && i < ALL_DAYS; day = addDays(day, 1), i++) {
    if (spellDay(day, spelling) === value) return true;
  }
  return false;
}

/** Months keep their capital: "January", "quarter 3". */
const inSentence = (label: string): string => (/\d/.test(label) ? label.toLowerCase() : label);
