import { digitShapes } from "./digit-shapes.ts";
import type { Field } from "./field.ts";
import { labelsOf } from "./labels.ts";
import { AMOUNTS, exactly, PERCENTAGES, shapesOf, synonymsOf, type Shape } from "./shape.ts";
import { only, symbolOf, type Run } from "./symbol.ts";
import { CURRENCIES } from "./vocabulary/currencies.ts";

const MOST_ZEROS = 8;

const PERCENT_WORDS = ["PERCENT", "PERCENTOFF", "PCT", "PCTOFF", "PC"];
const ZEROS: Run = { set: only(symbolOf(48)), min: 1, max: MOST_ZEROS };

/** Every way to write a field that is accepted or understood in such a text, to build an automaton of. */
export const understoodIn =
  (text: string) =>
  (field: Field): Shape[] => [...shapesOf(field), ...synonymShapes(field, text)];

/**
 * Ways to write a field's values that are never accepted, only understood: synonyms, labels
 * (GERMANY for DE), numbers with too many zeros or too few, 15PERCENT for 15OFF. Of labels only
 * those that something in `text` begins like.
 */
function synonymShapes(field: Field, text: string): Shape[] {
  const { type } = field;
  const known = [...synonymsOf(field).keys()].map(exactly);
  const oneOf = (words: readonly string[]) => ({ oneOf: words.map(exactly) });
  switch (type.kind) {
    case "list": {
      const labels = [...labelsOf(field).keys()];
      return [...known, ...labels.filter((l) => text.includes(l.slice(0, 3))).map(exactly)];
    }
    case "number": {
      const { min, max, digits } = type;
      if (digits === undefined) {
        return max < 1 ? [] : digitShapes(Math.max(1, min), max).map((n) => [ZEROS, ...n]);
      }
      const most = Math.min(max, 10 ** (digits - 1) - 1);
      return min > most ? [] : digitShapes(min, most);
    }
    case "percentage":
      return [
        ...PERCENTAGES.map((percent) => [ZEROS, ...percent]),
        ...PERCENTAGES.map((percent) => [...percent, oneOf([...PERCENT_WORDS, "OFF"])]),
      ];
    case "offer":
      return [
        ...known,
        ...PERCENTAGES.map((percent) => [...percent, oneOf(PERCENT_WORDS)]),
        ...AMOUNTS,
      ];
    case "date":
    case "word":
    case "unique":
      return known;
  }
}

/** The value of a field that a text is another way to write; undefined when it is none. */
export function valueMeant(field: Field, text: string): string | undefined {
  const { type } = field;
  const known = synonymsOf(field).get(text);
  if (known !== undefined) return known;
  switch (type.kind) {
    case "list":
      return labelsOf(field).get(text);
    case "number": {
      const value = /^[0-9]{1,12}$/.test(text) ? Number(text) : NaN;
      const spelled = String(value).padStart(type.digits ?? 1, "0");
      return value >= type.min && value <= type.max && spelled !== text ? spelled : undefined;
    }
    case "percentage":
      return percentMeant(text, /^0*([1-9][0-9]{0,2})([A-Z]*)$/, ["", "OFF", ...PERCENT_WORDS]);
    case "offer": {
      const percent = percentMeant(text, /^([1-9][0-9]{0,2})([A-Z]+)$/, PERCENT_WORDS);
      if (percent !== undefined) return `${percent}OFF`;
      const [, currency = ""] = /^[1-9][0-9]{0,5}([A-Z]{3})$/.exec(text) ?? [];
      return CURRENCIES.includes(currency) ? `${text}OFF` : undefined;
    }
    case "date":
    case "word":
    case "unique":
      return undefined;
  }
}

function percentMeant(text: string, form: RegExp, words: readonly string[]): string | undefined {
  const [, number = "", word = ""] = form.exec(text) ?? [];
  const isPercent = number !== "" && Number(number) <= 100 && words.includes(word);
  return isPercent && number !== text ? number : undefined;
}
