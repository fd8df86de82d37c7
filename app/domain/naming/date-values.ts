import type { DateSpelling, ListValue } from "./field.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Everything a date field may hold; synonyms as those of lists: understood, never accepted. */
export const DATE_VALUES: Readonly<Record<DateSpelling, readonly ListValue[]>> = {
  YY: upTo(99, 0).map((n) => entry(two(n), two(n), `20${two(n)}`)),
  YYYY: upTo(99, 0).map((n) => entry(`20${two(n)}`, `20${two(n)}`, two(n))),
  Q: upTo(4).map((n) => entry(`Q${n}`, `Quarter ${n}`, `${n}Q`)),
  MON: upTo(12).map((n) => monthEntry(n, short(n))),
  MONTH: upTo(12).map((n) => monthEntry(n, long(n))),
  MM: upTo(12).map((n) => monthEntry(n, two(n))),
  W: upTo(53).map((n) => entry(`W${two(n)}`, `Week ${n}`, two(n), `W${n}`, `KW${two(n)}`)),
  WW: upTo(53).map((n) => entry(two(n), `Week ${n}`, String(n), `W${two(n)}`, `KW${two(n)}`)),
  DD: upTo(31).map((n) => entry(two(n), `Day ${n}`, String(n))),
};

/** The number a value stands for (JAN 1, Q3 3, 26 and 2026 2026); NaN when it is none. */
export function dateNumber(spelling: DateSpelling, value: string): number {
  const index = DATE_VALUES[spelling].findIndex((each) => each.value === value);
  if (index < 0) return NaN;
  return spelling === "YY" || spelling === "YYYY" ? 2000 + index : index + 1;
}

export function monthName(month: number): string {
  return MONTHS[month - 1] ?? "";
}

function upTo(last: number, first = 1): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}

function short(month: number): string {
  return long(month).slice(0, 3);
}

function long(month: number): string {
  return monthName(month).toUpperCase();
}

function monthEntry(month: number, value: string): ListValue {
  const spellings = [short(month), long(month), two(month), String(month)];
  return entry(value, monthName(month), ...spellings, ...(month === 9 ? ["SEPT"] : []));
}

/** A value is no synonym of itself, and May is as long as it is short. */
function entry(value: string, label: string, ...spellings: string[]): ListValue {
  return { value, label, synonyms: [...new Set(spellings)].filter((each) => each !== value) };
}
