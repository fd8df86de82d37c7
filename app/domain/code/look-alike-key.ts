import { ANY_ALPHABET } from "./alphabet.ts";
import { glyphsOf, lookOf } from "./look-alike-glyph.ts";

/** Longer ones are not varied: nobody takes one such code for another by a slip. */
const VARIED_LENGTH_LIMIT = 40;

const LOOKS = [...new Set(ANY_ALPHABET)]
  .map(lookOf)
  .filter((look, i, all) => all.indexOf(look) === i);

const ONE_FOR: Readonly<Record<string, string>> = { RN: "M", C1: "D", W: "U" };
const PAIRED = /RN|C1|W/;
const PAIRS = /RN|C1|W/g;

/**
 * Equal for two codes that look the same but for letters people confuse, alone or in pairs, doubled
 * letters, separators, case and invisible characters. Coarser than any warning should be, so that it
 * can be looked up: `describeLookAlike` decides. The key of a key is itself.
 */
export function lookAlikeKey(text: string): string {
  return pairsAsOne(singleLooks(text));
}

/**
 * The keys of all codes of which one letter or digit is left out, added, another, or swapped with
 * its neighbour than in `text`, so that they can be looked up by equality; not the key itself. Of
 * the text and not of its key, which does not say where it had a pair. About 700 for a code of 9
 * characters, 3,300 for one of 40, none for longer ones.
 */
export function oneEditKeys(text: string): string[] {
  const looks = [...singleLooks(text)];
  if (looks.length > VARIED_LENGTH_LIMIT) return [];
  const keys = new Set<string>();
  const add = (varied: string) => keys.add(pairsAsOne(withoutDoubles(varied)));
  for (let at = 0; at <= looks.length; at++) {
    const [here = "", next = ""] = looks.slice(at, at + 2);
    const before = looks.slice(0, at).join("");
    const after = looks.slice(at + 1).join("");
    for (const look of LOOKS) {
      add(before + look + here + after);
      add(before + look + after);
      // Between two letters that are one in the key: TT to TOT.
      add(before + here + look + here + after);
    }
    add(before + after);
    const afterNext = looks.slice(at + 2).join("");
    add(before + next + here + afterNext);
    // Each of the two is doubled: TTOO to TOTO.
    add(before + here + next + here + next + afterNext);
  }
  keys.delete(lookAlikeKey(text));
  return [...keys];
}

/** What there is to see, doubled letters once. */
function singleLooks(text: string): string {
  return withoutDoubles(glyphsOf(text).map(({ look }) => look));
}

/** Without doubled letters VV is V, and so W must be, too. Takes and gives looks without doubles. */
function pairsAsOne(looks: string): string {
  if (!PAIRED.test(looks)) return looks;
  return withoutDoubles(looks.replace(PAIRS, (pair) => ONE_FOR[pair] ?? pair));
}

function withoutDoubles(looks: Iterable<string>): string {
  let key = "";
  let last = "";
  for (const look of looks) {
    if (look !== last) key += look;
    last = look;
  }
  return key;
}
