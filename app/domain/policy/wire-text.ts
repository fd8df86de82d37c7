/**
 * What every value on the wire has in common: a version, then records that each begin with ";",
 * then ";;" — which never occurs earlier, so a value cut short is told from a whole one.
 */
const VERSION = "1";

export type WireProblem = "missing" | "unknown_version" | "truncated" | "malformed";

/** Encoding fails when the value would be longer than a function can read. */
export type Encoded =
  | { ok: true; text: string; bytes: number }
  | { ok: false; problem: "too_large"; bytes: number; limitBytes: number };

export function seal(records: readonly string[]): string {
  return VERSION + records.map((record) => ";" + record).join("") + ";;";
}

/** Null when the value can be read; it may be anything, also not text. */
export function wireProblem(value: unknown): WireProblem | null {
  if (value === null || value === undefined) return "missing";
  if (typeof value !== "string") return "malformed";
  if (!value.startsWith(VERSION + ";")) {
    return value.length < 3 ? "truncated" : "unknown_version";
  }
  return value.endsWith(";;") ? null : "truncated";
}

/** The records of a sound value. */
export function recordsOf(text: string): string[] {
  return text.length <= 3 ? [] : text.slice(2, -2).split(";");
}

/** Makes any text safe to stand in a record. */
export function escapeText(text: string): string {
  let out = text;
  if (out.includes("%")) out = out.split("%").join("%25");
  if (out.includes(";")) out = out.split(";").join("%3B");
  if (out.includes(",")) out = out.split(",").join("%2C");
  return out;
}

export function unescapeText(text: string): string {
  return text.split("%2C").join(",").split("%3B").join(";").split("%25").join("%");
}

/** What follows `start` up to the end of its record, or null when there is no such record. */
export function recordAfter(text: string, start: string): string | null {
  const at = text.indexOf(start);
  const from = at + start.length;
  return at < 0 ? null : text.slice(from, text.indexOf(";", from));
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
