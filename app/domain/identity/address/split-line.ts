import { lettersOf } from "../fold-text.ts";
import {
  BUILDING,
  COMPOUND_ENDS,
  FLOOR_FLAT,
  NUMBER_FIRST,
  NUMBERED_KINDS,
  STREET_WORDS,
  UNIT_ALONE,
  UNIT_WORDS,
} from "./words.ts";

/** `numbered`: the digits of a street that is called by a number ("42nd Street"), else "". */
type Split = { street: string; numbered: string; number: string; unit: string };

/**
 * The lines of an address (folded, joined by commas) as street, number and unit. What stands after a unit's word, and
 * every further number, is the unit; "c/o somebody" is nobody's address.
 */
export function splitLine(text: string, country: string): Split {
  const unit: string[] = [];
  const isNumberFirst = NUMBER_FIRST.has(country);
  const tokens = tokensOf(isNumberFirst ? readFlats(text, unit) : text.replace(CUSTOMER, " "));
  const rest = takeUnits(tokens, unit);
  const at = numberAt(rest, country);
  const numberToken = at === null ? "" : (rest[at] ?? "");
  const number = /\d+/.exec(numberToken)?.[0]?.replace(/^0+(?=\d)/, "") ?? "";
  const letter = numberToken
    .slice(numberToken.indexOf(number) + number.length)
    .replace(/[^a-z0-9]/g, "");
  if (letter !== "") unit.unshift(letter);
  const names: string[] = [];
  let numbered = "";
  rest.forEach((token, index) => {
    if (index === at) return;
    const kind = rest[index + 1] ?? "";
    if (isNumberFirst && /^\d+(?:st|nd|rd|th)$/.test(token)) numbered += parseInt(token, 10);
    else if (isNumberFirst && /^\d+$/.test(token) && NUMBERED_KINDS.has(kind))
      numbered += parseInt(token, 10);
    else if (
      /^\d/.test(token) ||
      (at !== null &&
        index === at + 1 &&
        /^(?:[a-z]|[ivx]+)$/.test(token) &&
        !STREET_WORDS.has(token))
    )
      unit.push(token);
    else names.push(token);
  });
  return { street: streetOf(names), numbered, number, unit: unitOf(unit) };
}

/** "3/12 High Street": flat 3 of number 12. */
const FLAT_OF_HOUSE = /^\s*(\d+[a-z]?)\s*\/\s*(\d+)(?=\s+\p{L})/u;

/** The number of a locker's customer says nothing of where it stands. */
const CUSTOMER = /\b(?:postnummer|postnr|kundennummer)\W*\d*/g;

/** The line without doors that are called by their floor, which go to `unit`, and without what its building is called. */
function readFlats(text: string, unit: string[]): string {
  const parts = text.split(",");
  const isHouse = (part: string) => /^\s*\d+[a-z]?\s+\p{L}/u.test(part);
  const hasHouse = parts.some(isHouse);
  const named = parts.map((part) =>
    hasHouse && !isHouse(part) && BUILDING.test(part) ? (FLAT_ALONE.exec(part)?.[0] ?? "") : part,
  );
  const doors = named.join(",").replace(FLOOR_FLAT, (_, floor: string) => {
    unit.push(floor);
    return " ";
  });
  return doors.replace(FLAT_OF_HOUSE, "unit $1 $2");
}

/** "Flat 3" of "Flat 3 Victoria House". */
const FLAT_ALONE = /^\s*(?:flat|apt|apartment|unit|room)\s+\w+/;

/** Words and numbers; "12/3", "12-3" and "12 1/2" keep the first number apart from what follows. */
function tokensOf(text: string): string[] {
  return text
    .replace(/\bc\/o\b[^,]*|\bchez\b[^,]*|\bcare of\b[^,]*/g, " ")
    .replace(/['’.]/g, (sign) => (sign === "." ? ". " : ""))
    .replace(/#\s*/g, " unit ")
    .replace(/\b(\d+)\s*(?:[-/–]|\/\/)\s*([a-z0-9]+)/g, "$1 unit $2")
    .replace(/(\d+)\s*(?:er|eme|e|th|nd|rd|st|\.)?\s*(etage|og|stock|floor|verdieping)\b/g, "$2 $1")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== "");
}

function takeUnits(tokens: readonly string[], unit: string[]): string[] {
  const rest: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? "";
    const next = tokens[at + 1] ?? "";
    if (UNIT_WORDS.has(token) && /^(?:\d+[a-z]?|[a-z]\d*|[ivx]+)$/.test(next)) {
      unit.push(next);
      at++;
    } else if (UNIT_ALONE.has(token) && rest.length > 0) {
      unit.push(token);
    } else {
      const joined = /^(apt|unit|ste|flat|no|nr|whg|og|top|bus|appt)(\d+[a-z]?)$/.exec(token);
      if (joined?.[2]) unit.push(joined[2]);
      else rest.push(token);
    }
  }
  return rest;
}

/** Where the house's number stands. "Strasse des 17 Juni 135" has its own at the end, "12 rue du 8 Mai" at the start. */
function numberAt(tokens: readonly string[], country: string): number | null {
  const numeric = tokens.flatMap((token, index) => (/^\d/.test(token) ? [index] : []));
  if (numeric.length === 0) return null;
  if (NUMBER_FIRST.has(country)) return numeric[0] ?? null;
  const behind = numeric.filter(
    (index) => index > 0 && /\p{L}{2}/u.test(tokens.slice(0, index).join(" ")),
  );
  // "Keizersgracht 12 3": a number right behind the number is the door.
  const last = behind.filter((index) => !behind.includes(index - 1)).at(-1);
  return last ?? numeric[0] ?? null;
}

function streetOf(names: readonly string[]): string {
  const bare = names.filter((name) => !STREET_WORDS.has(name));
  const kept = bare.length > 0 ? bare : names;
  return lettersOf(kept.map((name) => name.replace(COMPOUND_ENDS, "") || name).join(""));
}

function unitOf(parts: readonly string[]): string {
  const plain = parts.map((part) => part.replace(/[^a-z0-9]/g, "").replace(/^0+(?=\d)/, ""));
  return [...new Set(plain)].filter((part) => part !== "" && part !== "2half").join("");
}
