/**
 * What every value on the wire has in common: a version; a head, which is never empty; then records.
 * Each begins with "^", and "^^" ends it all — which never occurs earlier, so a value cut short is
 * told from a whole one. Records stand in the order of their text, so the function finds what it needs
 * without taking the value apart, which would cost more than all the rest.
 */
const VERSION = 3;

/** A version that is not ours is told apart only so that it can be reported. */
export type WireProblem = "missing" | "older_version" | "newer_version" | "truncated" | "malformed";

/** Encoding fails when the value would be longer than a function can read. */
export type Encoded =
  | { ok: true; text: string; bytes: number }
  | { ok: false; problem: "too_large"; bytes: number; limitBytes: number };

/** Records must be in order. */
export function seal(head: string, records: readonly string[]): string {
  return VERSION + "^" + [head, ...records].join("^") + "^^";
}

/** Why a value cannot be read, null when it can; it may be anything, also not text. */
export function wireProblem(value: unknown): WireProblem | null {
  if ((value ?? null) === null) return "missing";
  if (typeof value !== "string") return "malformed";
  if (value.slice(0, 2) === "3^") return value.slice(-2) === "^^" ? null : "truncated";
  const version = parseInt(value, 10);
  return version < 3 ? "older_version" : version > 3 ? "newer_version" : "truncated";
}

/** The head and the records of a value, or why it cannot be read. */
export const unseal = (value: unknown): string[] | WireProblem =>
  wireProblem(value) ?? (value as string).slice(2, -2).split("^");

/**
 * Makes any text safe to stand in a record, and in a list or beside others there; of a code as typed, its key (`codeKey`).
 * What is not ASCII is escaped, too: one such character would make the engine take six times as long to read the value.
 */
export function escapeText(text: string, isCode = false): string {
  if (isCode) text = text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
  try {
    return text.replace(/[%^`;,|]|[^ -~]/gu, encodeURIComponent);
  } catch {
    // Half a character, which no text of Shopify's has.
    return "%";
  }
}

export function unescapeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not what we wrote.
    return text;
  }
}

/** Characters that are searched at the cost of one more halving. */
export const NEAR = 900;

/**
 * What follows on `start` ("^", then how a record begins), to the end of the text, or null; of the records from `low` on.
 * Halves what is long, then lets the engine search the rest.
 */
export function restOf(text: string, start: string, low = 0): string | null {
  let high = text.length - 2;
  while (high - low > NEAR) {
    const middle = text.indexOf("^", (low + high) >> 1);
    if (middle < 0 || middle >= high) break;
    if (text.slice(middle, middle + start.length) <= start) low = middle;
    else high = middle;
  }
  const part = low || high < text.length - 2 ? text.slice(low, high) : text;
  return part.split(start, 2)[1] ?? null;
}

/** Length in UTF-8; a lone surrogate counts as the replacement character it becomes. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

export function encoded(text: string, limitBytes: number): Encoded {
  const bytes = utf8Length(text);
  return bytes <= limitBytes
    ? { ok: true, text, bytes }
    : { ok: false, problem: "too_large", bytes, limitBytes };
}
