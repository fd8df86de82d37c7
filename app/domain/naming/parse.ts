import { codeKey } from "#app/domain/code/code-key.ts";
import { checkCodeText } from "#app/domain/code/code-text.ts";
import type { Convention } from "./convention.ts";
import { dimensionsOf, type Dimensions } from "./dimensions.ts";
import { explain } from "./explain.ts";
import { outOfRange } from "./range.ts";
import { read } from "./read.ts";
import { suggestNames } from "./suggest.ts";

/** `position` counts from 1 in the trimmed text; `message` is for the merchant. */
export type NameError = { position: number; expected: string; message: string };

export type Parsed =
  | { ok: true; name: string; dimensions: Dimensions }
  | { ok: false; error: NameError; suggestions: string[] };

/**
 * Reads a name by its convention: whatever its case, in time that grows with its length only.
 * `name` is the upper-case spelling. When it does not fit, says where and why, and offers the
 * nearest names that do (at most three).
 */
export function parseName(convention: Convention, text: string): Parsed {
  const checked = readName(convention, text);
  if (checked.ok) return checked;
  return { ...checked, suggestions: suggestNames(convention, codeKey(text.slice(0, 1000))) };
}

/** As `parseName`, without looking for suggestions. */
export function readName(
  convention: Convention,
  text: string,
): Extract<Parsed, { ok: true }> | { ok: false; error: NameError } {
  const { automaton } = convention;
  const check = checkCodeText(text);
  if (!check.ok) {
    const { position, message } = check;
    return { ok: false, error: { position, expected: "A–Z, 0–9, “-” and “_”", message } };
  }
  const name = check.key;
  const reading = read(automaton, name);
  if (!reading.ok) return { ok: false, error: explain(automaton, name, reading) };
  const beyond = outOfRange(automaton, name, reading.path);
  if (beyond) return { ok: false, error: beyond };
  return { ok: true, name, dimensions: dimensionsOf(automaton, name, reading.path) };
}
