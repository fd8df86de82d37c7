import type { DateSpelling } from "../field.ts";

/** What a column of digits holds. `digits`: how many, where they begin with zeros. */
export type DigitMeaning =
  | { kind: "dates"; spellings: readonly DateSpelling[] }
  | { kind: "percent" }
  | { kind: "number"; min: number; max: number; digits: number | null }
  | { kind: "digits" };

/** Years codes are made for; 2099 is rather a number. */
const FIRST_YEAR = 2010;
const LAST_YEAR = 2039;
/** A shop’s years lie close together. */
const YEARS_APART = 12;
/** This much of a column must agree; the rest are slips. */
const MOSTLY = 0.9;

/** Dates written as one number, by length; the first that fits all of a column. */
const DATES: Readonly<Record<number, readonly (readonly DateSpelling[])[]>> = {
  4: [["YYYY"], ["MM", "DD"], ["YY", "MM"]],
  6: [
    ["YYYY", "MM"],
    ["YY", "MM", "DD"],
  ],
  8: [["YYYY", "MM", "DD"]],
};

export function isLikelyYear(text: string): boolean {
  return text.length === 4 && Number(text) >= FIRST_YEAR && Number(text) <= LAST_YEAR;
}

/**
 * What the numbers of a column are. `beside`: what stands next to them: "date" for a season or a
 * part of a date, "known" for other words the shop repeats, "free" for words of all kinds, such as
 * people’s names. 26 after SUMMER is a year; after ANNA it is a number.
 */
export function readDigits(
  column: ReadonlyMap<string, number>,
  beside: "date" | "known" | "free",
): DigitMeaning {
  const texts = [...column.keys()];
  const width = texts[0]!.length;
  const isEven = texts.every((text) => text.length === width);
  const hasZero = texts.some((text) => text.length > 1 && text.startsWith("0"));
  const dates = isEven ? (DATES[width] ?? []) : [];
  const spellings = dates.find((each) => areDates(column, each, hasZero));
  if (spellings) return { kind: "dates", spellings };
  if (width === 2 && isEven) {
    if (areYears(column, beside)) return { kind: "dates", spellings: ["YY"] };
    if (hasZero && beside === "date") {
      const within = (most: number) => texts.every((text) => +text >= 1 && +text <= most);
      if (within(12)) return { kind: "dates", spellings: ["MM"] };
      if (within(31)) return { kind: "dates", spellings: ["DD"] };
      if (within(53)) return { kind: "dates", spellings: ["WW"] };
    }
  }
  if (texts.some((text) => text.length > 9) || (hasZero && !isEven)) return { kind: "digits" };
  const round = shareOf(column, (text) => +text % 5 === 0);
  const fits = shareOf(column, (text) => +text >= 1 && +text <= 100);
  if (!hasZero && fits >= MOSTLY && round >= 0.8) return { kind: "percent" };
  const numbers = texts.map(Number);
  const min = Math.min(1, ...numbers);
  const max = 10 ** Math.max(...texts.map((text) => String(+text).length)) - 1;
  if (hasZero) return { kind: "number", min, max: 10 ** width - 1, digits: width };
  return { kind: "number", min, max, digits: null };
}

/** Whether two digits are years: close together, and not merely round percentages. */
function areYears(column: ReadonlyMap<string, number>, beside: "date" | "known" | "free"): boolean {
  const isYear = (text: string) => +text + 2000 >= FIRST_YEAR && +text + 2000 <= LAST_YEAR;
  if (beside === "free" || shareOf(column, isYear) < MOSTLY) return false;
  const years = [...column.keys()].filter(isYear).map(Number);
  if (Math.max(...years) - Math.min(...years) > YEARS_APART) return false;
  const odd = shareOf(column, (text) => +text % 5 !== 0);
  return odd >= 0.3 || (beside === "date" && (odd > 0 || years.every((year) => year === 25)));
}

function areDates(
  column: ReadonlyMap<string, number>,
  spellings: readonly DateSpelling[],
  hasZero: boolean,
): boolean {
  const isDate = (text: string): boolean => {
    let at = 0;
    return spellings.every((spelling) => {
      const part = text.slice(at, (at += spelling === "YYYY" ? 4 : 2));
      if (spelling === "YYYY") return isLikelyYear(part);
      if (spelling === "YY") return isLikelyYear(`20${part}`);
      return +part >= 1 && +part <= (spelling === "MM" ? 12 : 31);
    });
  };
  // 1224 may be Christmas Eve or a number; a zero in front says that it is no number.
  const needsZero = spellings[0] === "MM";
  const several = spellings[0] === "YYYY" || column.size >= 3;
  return several && (!needsZero || hasZero) && shareOf(column, isDate) >= MOSTLY;
}

function shareOf(column: ReadonlyMap<string, number>, fits: (text: string) => boolean): number {
  let all = 0;
  let fitting = 0;
  for (const [text, weight] of column) {
    all += weight;
    if (fits(text)) fitting += weight;
  }
  return fitting / all;
}
