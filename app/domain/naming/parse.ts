import type { Convention } from "./convention.ts";
import type { Meaning } from "./dimensions.ts";
import type { NameError } from "./name-error.ts";
import { readName } from "./read-name.ts";
import { suggestNames } from "./suggest.ts";

export type Parsed =
  ({ ok: true; name: string } & Meaning) | { ok: false; error: NameError; suggestions: string[] };

/**
 * Reads a name, or a code of a batch, by its convention: whatever its case, in time that grows with its length only.
 * `name` is the upper-case spelling. When it does not fit, says where and why, and offers the
 * nearest names that do (at most three).
 */
export function parseName(convention: Convention, text: string): Parsed {
  const read = readName(convention, text);
  if (read.ok) return read;
  return { ...read, suggestions: suggestNames(convention, text) };
}
