import { ANY_ALPHABET } from "./alphabet.ts";
import { glyphsOf, lookOf } from "./look-alike-glyph.ts";

/** Longer ones are not varied: nobody takes one such code for another by a slip. */
const VARIED_LENGTH_LIMIT = 40;

const LOOKS = [...new Set(ANY_ALPHABET)]
  .map(lookOf)
  .filter((look, i, all) => all.indexOf(look) === i);

/**
 * Equal for two codes that look the same but for letters people confuse, doubled letters,
 * separators, case and invisible characters. Coarser than any warning should be, so that it can be
 * looked up: `describeLookAlike` decides. The key of a key is itself.
 */
export function lookAlikeKey(text: string): string {
  return withoutDoubles(glyphsOf(text).map(({ look }) => look));
}

/**
 * The keys of all codes of which one letter or digit is left out, added or another than in `text`
 * (a code or its key), so that they can be looked up by equality; not the key itself. About 700 for
 * a code of 9 characters, 3,300 for one of 40, none for longer ones.
 */
export function oneEditKeys(text: string): string[] {
  const key = lookAlikeKey(text);
  const looks = [...key];
  if (looks.length > VARIED_LENGTH_LIMIT) return [];
  const keys = new Set<string>();
  for (let at = 0; at <= looks.length; at++) {
    const before = looks.slice(0, at);
    const after = looks.slice(at + 1);
    const here = looks[at];
    if (here !== undefined) keys.add(withoutDoubles([...before, ...after]));
    for (const look of LOOKS) {
      keys.add(withoutDoubles([...before, look, ...looks.slice(at)]));
      if (here === undefined) continue;
      keys.add(withoutDoubles([...before, look, ...after]));
      // Between two letters that are one in the key: TT to TOT.
      keys.add(withoutDoubles([...before, here, look, here, ...after]));
    }
  }
  keys.delete(key);
  return [...keys];
}

function withoutDoubles(looks: readonly string[]): string {
  let key = "";
  let last = "";
  for (const look of looks) {
    if (look !== last) key += look;
    last = look;
  }
  return key;
}
