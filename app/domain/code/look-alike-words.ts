import { codeKey } from "./code-key.ts";
import { describeEdit, describeSwap } from "./look-alike-edit.ts";
import { glyphsOf, isUnseen, type Glyph } from "./look-alike-glyph.ts";
import { isDigit, nameOf } from "./look-alike-name.ts";
import { withPairs } from "./look-alike-pair.ts";

const SHOWN_DIFFERENCES = 2;

/**
 * Why a shopper could take one code for the other, in words that follow their names (“differ only
 * in O and 0 at position 3”); null when no one would, and for the same code twice. Positions are
 * those of the first code, or of the longer one.
 *
 * One digit more, less or other is no reason: SAVE10 and SAVE15, SAVE10 and SAVE100, SUMMER25 and
 * SUMMER26 are different offers to everybody, and such pairs are in every list; nor are two digits
 * swapped. Nor is a letter set apart by itself: X_A and X_B are versions somebody named so on purpose.
 */
export function describeLookAlike(a: string, b: string): string | null {
  if (codeKey(a) === codeKey(b)) return null;
  const [one, other] = [glyphsOf(a), glyphsOf(b)];
  const looks = (glyphs: readonly Glyph[]) => glyphs.map(({ look }) => look).join("");
  if (one.length === 0 || other.length === 0) return null;
  if (looks(one) === looks(other)) return describeSameLooks(a, b, one, other);
  const [paired, otherPaired] = [withPairs(one), withPairs(other)];
  if (looks(paired) === looks(otherPaired)) return describeSameLooks(a, b, paired, otherPaired);
  const [runs, others] = [runsOf(one), runsOf(other)];
  const haveSameRuns =
    runs.length === others.length && runs.every((run, i) => run[0]?.look === others[i]?.[0]?.look);
  if (haveSameRuns) return describeDoubles(runs, others);
  return describeEdit(one, other) ?? describeSwap(one, other);
}

function describeSameLooks(
  a: string,
  b: string,
  one: readonly Glyph[],
  other: readonly Glyph[],
): string {
  const differing = one.flatMap((glyph, i) => {
    const opposite = other[i];
    return opposite && opposite.shown !== glyph.shown ? [{ glyph, opposite }] : [];
  });
  if (differing.length === 0) {
    const seen = (text: string) => [...codeKey(text)].filter((c) => !isUnseen(c)).join("");
    return seen(a) === seen(b)
      ? "the same but for an invisible character or a mark"
      : "the same but for “-”, “_” or spaces";
  }
  const named = differing
    .slice(0, SHOWN_DIFFERENCES)
    .map(
      ({ glyph, opposite }) =>
        `${nameOf(glyph)} and ${nameOf(opposite)} at position ${glyph.position}`,
    );
  const more = differing.length - named.length;
  return `differ only in ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** A run is a letter and those after it of the same look; both codes have the same, of other lengths. */
function describeDoubles(runs: readonly Glyph[][], others: readonly Glyph[][]): string | null {
  const doubled = runs.flatMap((run, i) => {
    const opposite = others[i] ?? [];
    if (run.length === opposite.length) return [];
    return [run.length > opposite.length ? run : opposite];
  });
  if (doubled.flat().some(isDigit)) return null;
  const [first] = doubled.flat();
  if (!first) return null;
  return doubled.length > 1
    ? "the same but for doubled letters"
    : `the same but for a doubled ${nameOf(first)}`;
}

function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = runs.at(-1);
    if (last?.[0]?.look === glyph.look) last.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}
