import { DATE_VALUES, dateNumber } from "../date-values.ts";
import type { DateSpelling, Field } from "../field.ts";
import { choicesOf, synonymsOf } from "../shape.ts";
import { spells } from "../spells.ts";

type Unit = "year" | "quarter" | "month" | "week" | "day";

const UNITS: Readonly<Record<DateSpelling, Unit>> = {
  YY: "year",
  YYYY: "year",
  Q: "quarter",
  MON: "month",
  MONTH: "month",
  MM: "month",
  W: "week",
  WW: "week",
  DD: "day",
};

/** The part of a date a field holds; null when it holds none. */
export const unitOf = ({ type }: Field): Unit | null =>
  type.kind === "date" ? UNITS[type.spelling] : null;

/**
 * What a field's value is in another field that says the same: 26 is 2026, JAN is 01, 15 is 15OFF,
 * a synonym is the value it stands for. Null when the other field has no such value.
 */
export function translateValue(from: Field, value: string, to: Field): string | null {
  const translated = spelledBy(from, value, to);
  return translated !== null && spells(to, translated) ? translated : null;
}

function spelledBy(from: Field, value: string, to: Field): string | null {
  if (from.type.kind === "date" && to.type.kind === "date") {
    return dateIn(from.type.spelling, value, to.type.spelling);
  }
  if (from.type.kind === "percentage" && to.type.kind === "offer") return `${value}OFF`;
  if (from.type.kind === "offer" && to.type.kind === "percentage") {
    return /^([0-9]+)OFF$/.exec(value)?.[1] ?? null;
  }
  if (to.type.kind === "number") {
    return /^[0-9]+$/.test(value) ? String(Number(value)).padStart(to.type.digits ?? 1, "0") : null;
  }
  if (spells(to, value)) return value;
  return synonymsOf(to).get(value) ?? sameLabel(from, value, to);
}

/** A month also says which quarter it is in. */
function dateIn(from: DateSpelling, value: string, to: DateSpelling): string | null {
  const number = dateNumber(from, value);
  if (UNITS[from] === "month" && to === "Q") return `Q${Math.ceil(number / 3)}`;
  if (UNITS[from] !== UNITS[to]) return null;
  const index = UNITS[to] === "year" ? number - 2000 : number - 1;
  return DATE_VALUES[to][index]?.value ?? null;
}

/** A value that was only given another spelling still has its label. */
function sameLabel(from: Field, value: string, to: Field): string | null {
  const label = choicesOf(from)
    ?.find((each) => each.value === value)
    ?.label.toLowerCase();
  const same = choicesOf(to)?.find((each) => each.label.toLowerCase() === label);
  return same?.value ?? null;
}
