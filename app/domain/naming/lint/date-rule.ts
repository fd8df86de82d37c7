import { choicesOf } from "../shape.ts";
import type { DateSpelling } from "../field.ts";
import { datePartsOf, movedTo, runsOnSuchDay } from "./date-parts.ts";
import { daysRun, runsInWords } from "./days-run.ts";
import type { Rule } from "./rule.ts";
import { spellDay } from "../spell-day.ts";

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
    check: ({ field, value, parts, named, renamed }) => {
      const [part] = datePartsOf([{ field, value }]);
      if (!part || !spellings.includes(part.spelling) || runsOnSuchDay([part], named)) return null;
      const choice = choicesOf(field)?.find((each) => each.value === value);
      const said = choice ? inSentence(choice.label) : value.padStart(4, "20");
      const respelled = renamed(spellDay(daysRun(named).first, part.spelling));
      return {
        message: `“${value}” says ${said}, but the discount ${runsInWords(named)}.`,
        fixes: [...respelled, ...movedTo(datePartsOf(parts), named)],
      };
    },
  };
}

/** Months keep their capital: "January", "quarter 3". */
const inSentence = (label: string): string => (/\d/.test(label) ? label.toLowerCase() : label);
