import { codeKey } from "#app/domain/code/code-key.ts";
import { buildAutomaton, nextOf, type Automaton } from "./automaton.ts";
import type { Convention } from "./convention.ts";
import type { DateSpelling, Field } from "./field.ts";
import { spellingsOfLabel } from "./labels.ts";
import { spellDay } from "./spell-day.ts";
import { read, type Step } from "./read.ts";
import { choicesOf } from "./shape.ts";
import { stemOf } from "./stem.ts";
import { understoodIn } from "./synonyms.ts";

/** `text` is the name so far with the option taken; `field` is null for text that stands in every name. */
export type NameOption = { text: string; label: string; field: string | null };

/** Something to write in a field, or the rest of a literal. */
type Choice = { value: string; label: string };

/** Where a leaf begins in the text; what stands there so far is `text.slice(from)`. */
type Open = { leaf: number; from: number };

const MOST = 8;

const OFFERS: readonly Choice[] = [
  { value: "FREESHIP", label: "Free shipping" },
  ...[10, 15, 20].map((n) => ({ value: `${n}OFF`, label: `${n}%` })),
  { value: "DISCOUNT", label: "A discount" },
];

const PERCENTAGES: readonly Choice[] = [10, 15, 20, 25, 50].map((n) => ({
  value: String(n),
  label: `${n}%`,
}));

/**
 * What may come next while a campaign's name is typed: first what finishes a part that is begun,
 * then what stands in every name, then how the next part may begin; at most eight. Words, numbers
 * and unique letters are the person's, or the machine's, to make up. `today` is "YYYY-MM-DD".
 */
export function completeName(convention: Convention, text: string, today: string): NameOption[] {
  const names = stemOf(convention).convention;
  // With synonyms, so that FAL is understood; they are offered as what they stand for.
  const typed = codeKey(text);
  const automaton = buildAutomaton(names.parts, understoodIn(typed));
  const steps = stepsAfter(automaton, typed);
  if (!steps) return [];
  const begun = steps.flatMap((step) => openLeaf(automaton, step, typed.length));
  const next = steps.flatMap((step) => leavesAfter(automaton, step, typed.length));
  const isLiteral = ({ leaf }: Open) => automaton.leaves[leaf]!.kind === "literal";
  const inOrder = [...begun, ...next.filter(isLiteral), ...next.filter((open) => !isLiteral(open))];
  const options = new Map<string, NameOption>();
  for (const { leaf, from } of inOrder) {
    const part = automaton.leaves[leaf]!;
    const choices =
      part.kind === "literal"
        ? [{ value: part.text, label: `“${part.text}”` }]
        : choicesFor(part.field, typed.slice(from), today);
    const field = part.kind === "field" ? part.field.id : null;
    for (const { value, label } of choices) {
      const option = { text: typed.slice(0, from) + value, label, field };
      const isNew = option.text !== typed && !options.has(option.text);
      if (isNew && stepsAfter(names.automaton, option.text)) options.set(option.text, option);
    }
  }
  return [...options.values()].slice(0, MOST);
}

/** Every way a text can be the beginning of a name; null when it cannot. */
function stepsAfter(automaton: Automaton, text: string): readonly Step[] | null {
  // A character no name has: reading stops there with every way still open.
  const reading = read(automaton, `${text} `);
  return !reading.ok && reading.stoppedAt === text.length ? reading.live : null;
}

function openLeaf(automaton: Automaton, end: Step, length: number): Open[] {
  const leaf = automaton.positions[end.position]?.leaf;
  if (leaf === undefined) return [];
  let from = length;
  for (let step: Step | null = end; step; step = step.before) {
    if (automaton.positions[step.position]?.leaf !== leaf) break;
    from--;
  }
  return [{ leaf, from }];
}

function leavesAfter(automaton: Automaton, { position }: Step, length: number): Open[] {
  const here = automaton.positions[position]?.leaf;
  const leaves = nextOf(automaton, position).map((next) => automaton.positions[next]!.leaf);
  return [...new Set(leaves)]
    .filter((leaf) => leaf !== here)
    .map((leaf) => ({ leaf, from: length }));
}

/** What may stand in a field that begins so; what is nearest to today first. */
function choicesFor(field: Field, typed: string, today: string): Choice[] {
  const { type } = field;
  const begins = ({ value }: Choice) => value.startsWith(typed);
  if (type.kind === "percentage") return PERCENTAGES.filter(begins);
  if (type.kind === "offer") return [...offersLike(typed), ...OFFERS].filter(begins);
  if (type.kind === "date") {
    const now = spellDay(today, type.spelling);
    const dates = choicesOf(field) ?? yearsFrom(today, type.spelling);
    const isNow = ({ value }: Choice) => value === now;
    const sorted = [...dates.filter(isNow), ...dates.filter((date) => !isNow(date))];
    return sorted.filter(begins);
  }
  const choices = choicesOf(field) ?? [];
  const synonymBegins = (text: string) => typed !== "" && text.startsWith(typed);
  const bySynonym = choices.filter((choice) =>
    [...(choice.synonyms ?? []), ...spellingsOfLabel(choice)].some(synonymBegins),
  );
  return [...choices.filter(begins), ...bySynonym];
}

/** This year and, because sales are named ahead, the next. */
function yearsFrom(today: string, spelling: DateSpelling): Choice[] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1].flatMap((each) => {
    const value = spellDay(`${each}-01-01`, spelling);
    return value ? [{ value, label: String(each) }] : [];
  });
}

/** The percentage or amount that a number is the beginning of. */
function offersLike(typed: string): Choice[] {
  const [, number = "", currency = ""] = /^([1-9][0-9]{0,5})([A-Z]{3})?O?F?$/.exec(typed) ?? [];
  if (currency !== "" && currency !== "OFF") {
    return [{ value: `${number}${currency}OFF`, label: `${number} ${currency}` }];
  }
  return number !== "" && Number(number) <= 100
    ? [{ value: `${number}OFF`, label: `${number}%` }]
    : [];
}
