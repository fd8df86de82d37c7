import type { Glyph } from "./look-alike-glyph.ts";
import { isDigit, nameOf } from "./look-alike-name.ts";

/** Of shorter codes, each is one letter from every other. */
const EDITED_LENGTH_MIN = 4;

/** One letter more, less or other; null when that is not the difference, or no reason. */
export function describeEdit(one: readonly Glyph[], other: readonly Glyph[]): string | null {
  const [longer, shorter] = one.length < other.length ? [other, one] : [one, other];
  const extra = longer.length - shorter.length;
  if (extra > 1 || shorter.length < EDITED_LENGTH_MIN) return null;
  const at = longer.findIndex(({ look }, i) => look !== shorter[i]?.look);
  const isSame = longer
    .slice(at + 1)
    .every(({ look }, i) => look === shorter[at + 1 - extra + i]?.look);
  const glyph = longer[at];
  const opposite = extra === 0 ? shorter[at] : undefined;
  if (!isSame || !glyph) return null;
  if (isDigit(glyph) && (!opposite || isDigit(opposite))) return null;
  if (glyph.isAlone && (!opposite || opposite.isAlone)) return null;
  if (!opposite) return `one letter apart: an extra ${nameOf(glyph)} at position ${glyph.position}`;
  const kind = isDigit(glyph) || isDigit(opposite) ? "character" : "letter";
  const names = one === longer ? [glyph, opposite] : [opposite, glyph];
  return `one ${kind} apart: ${names.map(nameOf).join(" and ")} at position ${glyph.position}`;
}

/** Two neighbours that changed places, under the same rules: not two digits, and not letters set apart. */
export function describeSwap(one: readonly Glyph[], other: readonly Glyph[]): string | null {
  if (one.length !== other.length || one.length < EDITED_LENGTH_MIN) return null;
  const at = one.findIndex(({ look }, i) => look !== other[i]?.look);
  const [first, second] = one.slice(at, at + 2);
  const [otherFirst, otherSecond] = other.slice(at, at + 2);
  if (!first || !second || !otherFirst || !otherSecond) return null;
  const isSwapped = first.look === otherSecond.look && second.look === otherFirst.look;
  const isSame = one.slice(at + 2).every(({ look }, i) => look === other[at + 2 + i]?.look);
  if (!isSwapped || !isSame) return null;
  if ([first, second, otherFirst, otherSecond].every(isDigit)) return null;
  if ([first, second].some(isSetApart) && [otherFirst, otherSecond].some(isSetApart)) return null;
  return `the same but for ${nameOf(first)} and ${nameOf(second)} swapped at position ${first.position}`;
}

function isSetApart({ isAlone }: Glyph): boolean {
  return isAlone;
}
