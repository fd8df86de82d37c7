import unhomoglyph from "unhomoglyph";

/**
 * One character as a shopper sees it. `look` is the same for all that are confused with it;
 * `shown` is the character itself, in upper case; `position` counts characters of the text from 1;
 * `isAlone`: separators, or the ends of the text, on both sides.
 */
export type Glyph = { look: string; shown: string; position: number; isAlone: boolean };

/**
 * Letters that are confused, as `SAFE_ALPHABET` has it: read wrongly on paper or a screen, or heard
 * wrongly. Everything else looks like itself.
 */
const LOOKS: Readonly<Record<string, string>> = {
  "0": "O",
  Q: "O",
  I: "1",
  L: "1",
  "|": "1",
  Z: "2",
  S: "5",
  G: "6",
  B: "8",
  V: "U",
};

/** Nobody remembers which separator it was, or whether there was one. */
const SEPARATOR = /^[\p{Dash_Punctuation}\p{Connector_Punctuation}\p{Separator}\s\u2212]$/u;

/** Drawn as nothing, or only as a mark on the letter before. */
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{Control}\p{Mark}]$/u;

export function lookOf(character: string): string {
  return LOOKS[character] ?? character;
}

export function isUnseen(character: string): boolean {
  return UNSEEN.test(character) && !SEPARATOR.test(character);
}

type Kind = "seen" | "unseen" | "separator";

/** Nearly all codes are ASCII: what is true of each of those is found once. */
const ASCII = Array.from({ length: 128 }, (_, i) => seenOf(String.fromCharCode(i)));

/** What there is to see of a text, without separators. */
export function glyphsOf(text: string): Glyph[] {
  const glyphs: Glyph[] = [];
  let position = 0;
  let isAfterSeparator = true;
  for (const character of text.trim()) {
    position++;
    const { kind, shown, looks } = ASCII[character.charCodeAt(0)] ?? seenOf(character);
    if (kind === "unseen") continue;
    if (kind === "seen") {
      const before = glyphs.at(-1);
      if (before && !isAfterSeparator) before.isAlone = false;
      for (const look of looks) glyphs.push({ look, shown, position, isAlone: isAfterSeparator });
    }
    isAfterSeparator = kind === "separator";
  }
  return glyphs;
}

function seenOf(character: string): { kind: Kind; shown: string; looks: readonly string[] } {
  const kind = SEPARATOR.test(character) ? "separator" : isUnseen(character) ? "unseen" : "seen";
  const looks = Array.from(plainOf(character), lookOf);
  return { kind, shown: character.toUpperCase(), looks };
}

/** The Latin letters and digits a character is drawn like; one that is like none stays. */
function plainOf(character: string): string {
  if (character <= "\x7f") return character.toUpperCase();
  const parts = Array.from(character.normalize("NFKD"), (part) =>
    // To the table also some ASCII is like other: m like rn, which no code's capitals are.
    part <= "\x7f" ? part : unhomoglyph(part),
  );
  return parts
    .join("")
    .replace(/\p{Mark}/gu, "")
    .toUpperCase();
}
