/** Cyrillic and Greek letters that are drawn like Latin ones, each followed by the one it is taken for. */
const PAIRS =
  "АAВBСCЕEНHІIЈJКKМMОOРPЅSТTУYҮYХXЗ3" + // Cyrillic capitals
  "аAсCеEһHіIјJоOрPѕSуYхX" + // Cyrillic small letters
  "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοOνVıI"; // Greek, and the Turkish i without a dot

const LATIN = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS[2 * i], PAIRS[2 * i + 1]]),
);

/**
 * The character of a code that another one is taken for, or null. Kept this small because pages
 * use it; `look-alike-glyph.ts` has Unicode's whole table.
 */
export function homographOf(character: string): string | null {
  const known = LATIN.get(character);
  if (known !== undefined) return known;
  if (/[\p{Dash_Punctuation}\u2212]/u.test(character)) return "-";
  // Letters in other clothes: full width, mathematical, in circles.
  const plain = character.normalize("NFKC").toUpperCase();
  return plain !== character && /^[A-Z0-9_]$/.test(plain) ? plain : null;
}
