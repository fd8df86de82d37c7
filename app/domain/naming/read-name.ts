import { checkCodeText } from "#app/domain/code/code-text.ts";
import type { Convention } from "./convention.ts";
import { dimensionsOf, type Dimensions } from "./dimensions.ts";
import { explain } from "./explain.ts";
import type { NameError } from "./name-error.ts";
import { outOfRange } from "./range.ts";
import { read } from "./read.ts";

/** `name` is the upper-case spelling. */
export type NameRead =
  { ok: true; name: string; dimensions: Dimensions } | { ok: false; error: NameError };

/** Reads a name by its convention, without looking for what else could have been meant. */
export function readName(convention: Convention, text: string): NameRead {
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
