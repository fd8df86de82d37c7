import type { Glyph } from "./look-alike-glyph.ts";

/** Two letters that are drawn like one, in small letters above all. */
const PAIRS: Readonly<Record<string, string>> = { RN: "M", VV: "W", CL: "D" };

/**
 * The same with each such pair as one glyph. Only letters right beside each other, and not where one
 * of them is doubled: RRN is taken for RN before it is taken for RM.
 */
export function withPairs(glyphs: readonly Glyph[]): Glyph[] {
  const paired: Glyph[] = [];
  for (let at = 0; at < glyphs.length; at++) {
    const [first, second] = [glyphs[at], glyphs[at + 1]];
    if (!first) break;
    const pair = second && pairOf(glyphs[at - 1], first, second, glyphs[at + 2]);
    paired.push(pair ?? first);
    if (pair) at++;
  }
  return paired;
}

function pairOf(
  before: Glyph | undefined,
  first: Glyph,
  second: Glyph,
  after: Glyph | undefined,
): Glyph | null {
  const shown = first.shown + second.shown;
  const look = PAIRS[shown];
  if (look === undefined || second.position !== first.position + 1) return null;
  if (before?.look === first.look || after?.look === second.look) return null;
  return { look, shown, position: first.position, isAlone: false };
}
