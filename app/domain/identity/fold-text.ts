const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** Lower case without marks, in ASCII where the letter has one: "Łódź" and "LODZ" come out alike. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (/^[ -~]*$/.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[ßøæœłđðþı]/g, (letter) => LETTERS[letter] ?? letter);
}

/** Letters only, with "ü", "ue" and "u" alike: Germans write all three, and people type what their keyboard has. */
export function lettersOf(folded: string): string {
  return folded.replace(/[^\p{L}]+/gu, "").replace(/([aou])e/g, "$1");
}

/**
 * What is left of a word when it is typed badly: its first letter and the consonants after it, doubles taken once, at
 * most `most` of them. Two spellings of one word mostly share it; two words seldom do.
 */
export function skeletonOf(letters: string, most: number): string {
  const rest = letters.slice(1).replace(/[aeiouyh]/g, "");
  return (letters.charAt(0) + rest).replace(/(.)\1+/g, "$1").slice(0, most);
}
