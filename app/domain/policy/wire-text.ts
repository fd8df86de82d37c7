import { isPlain } from "#app/domain/code/code-key.ts";

/**
 * What every value on the wire has in common: a version; a head, which is never empty; then records.
 * Each begins with ";", and ";;" ends it all — which never occurs earlier, so a value cut short is
 * told from a whole one. Records stand in the order of their text, so the function takes the value
 * apart once, which the engine does at a seventh of the cost of parsing, and finds what it needs by
 * halving.
 */
const VERSION = "2";

/** A version that is not ours is told apart only so that it can be reported. */
export type WireProblem = "missing" | "older_version" | "newer_version" | "truncated" | "malformed";

/** Encoding fails when the value would be longer than a function can read. */
export type Encoded =
  | { ok: true; text: string; bytes: number }
  | { ok: false; problem: "too_large"; bytes: number; limitBytes: number };

export function seal(head: string, records: readonly string[]): string {
  return VERSION + ";" + [head, ...[...records].sort()].join(";") + ";;";
}

/** Why a value cannot be read, null when it can; it may be anything, also not text. */
export function wireProblem(value: unknown): WireProblem | null {
  if ((value ?? null) === null) return "missing";
  if (typeof value !== "string") return "malformed";
  if (value.slice(-2) !== ";;") return "truncated";
  if (value.slice(0, 2) === "2;") return null;
  return value < "2" ? "older_version" : "newer_version";
}

/** The head and the records of a value, or why it cannot be read. */
export const unseal = (value: unknown): string[] | WireProblem =>
  wireProblem(value) ?? (value as string).slice(2, -2).split(";");

/**
 * Makes any text safe to stand in a record, and in a list or beside others there. What is not ASCII is escaped, too:
 * one such character would make the engine take six times as long to read the whole value.
 */
export function escapeText(text: string): string {
  if (isPlain(text)) return text;
  try {
    return text.replace(/[%;,|]|[^ -~]/gu, encodeURIComponent);
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

/** How many of the parts are not after `limit`; the first is the head and counts as one. */
export function countUpTo(parts: readonly string[], limit: string): number {
  let low = 1;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rest of the first record that begins with `start` (and has more than it), or null. */
export function restOf(parts: readonly string[], start: string): string | null {
  const record = parts[countUpTo(parts, start)] ?? "";
  const { length } = start;
  return record.slice(0, length) === start ? record.slice(length) : null;
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
