import { codeKey } from "./code-key.ts";
import { glyphsOf, type Glyph } from "./look-alike-glyph.ts";
import { lookAlikeKey } from "./look-alike-key.ts";
import { describeLookAlike } from "./look-alike-words.ts";

export { lookAlikeKey, oneEditKeys } from "./look-alike-key.ts";
export { describeLookAlike } from "./look-alike-words.ts";

/** In longer lists only codes with the same key are found, which takes far less memory. */
const EDITED_LIST_LIMIT = 20_000;
const EDITED_LENGTH_LIMIT = 40;
/** Each of many codes with one key is compared with so many before it. */
const SAME_KEY_LIMIT = 10;
const PAIRS_LIMIT = 1_000;

export type LookAlike = { code: string; other: string; why: string };

/**
 * Pairs of a list that a shopper could confuse, those with the same key first, each pair once; at
 * most 1,000. Takes time in proportion to the list. Lists of more than 20,000 codes are not
 * searched for pairs one letter apart or with two letters swapped.
 */
export function lookAlikesAmong(codes: readonly string[]): LookAlike[] {
  const distinct = [...new Map(codes.map((code) => [codeKey(code), code])).values()];
  const pairs: LookAlike[] = [];
  const candidates =
    distinct.length > EDITED_LIST_LIMIT
      ? [sameKeyPairs(distinct)]
      : [sameKeyPairs(distinct), oneEditPairs(distinct)];
  for (const found of candidates) {
    for (const [code, other] of found) {
      if (pairs.length >= PAIRS_LIMIT) return pairs;
      const why = describeLookAlike(code, other);
      if (why !== null) pairs.push({ code, other, why });
    }
  }
  return pairs;
}

type Pair = [code: string, other: string];

function* sameKeyPairs(codes: readonly string[]): Generator<Pair> {
  const byKey = new Map<string, string[]>();
  for (const code of codes) {
    const key = lookAlikeKey(code);
    const before = byKey.get(key);
    for (const other of before ?? []) yield [other, code];
    if (!before) byKey.set(key, [code]);
    else if (before.length < SAME_KEY_LIMIT) before.push(code);
  }
}

/** What is left of a code without one character, and whether that was a digit or nothing was left out. */
type Remainder = { code: string; key: string; isPlain: boolean };

/**
 * Two texts one edit apart are the same once the edited character is left out of both, or of the
 * longer one; with two letters swapped, once one of these is left out of both. Pairs that differ by a digit only are no
 * look-alikes and are passed over here, since numbered lists are full of them; so are pairs with one key, which were found
 * before.
 */
function* oneEditPairs(codes: readonly string[]): Generator<Pair> {
  const byRest = new Map<string, Remainder[]>();
  const seen = new Set<string>();
  for (const code of codes) {
    const glyphs = glyphsOf(code);
    const looks = glyphs.map(({ look }) => look).join("");
    if (glyphs.length > EDITED_LENGTH_LIMIT || seen.has(looks)) continue;
    seen.add(looks);
    const key = lookAlikeKey(code);
    const earlier = new Set<string>();
    for (const { rest, isPlain } of remaindersOf(glyphs)) {
      const others = byRest.get(rest);
      for (const other of others ?? []) {
        if ((isPlain && other.isPlain) || other.key === key || earlier.has(other.code)) continue;
        earlier.add(other.code);
        yield [other.code, code];
      }
      if (others) others.push({ code, key, isPlain });
      else byRest.set(rest, [{ code, key, isPlain }]);
    }
  }
}

function remaindersOf(glyphs: readonly Glyph[]): { rest: string; isPlain: boolean }[] {
  const looks = glyphs.map(({ look }) => look).join("");
  const remainders = [{ rest: looks, isPlain: true }];
  let at = 0;
  for (const { look, shown } of glyphs) {
    const rest = looks.slice(0, at) + looks.slice(at + look.length);
    remainders.push({ rest, isPlain: /^\d$/.test(shown) });
    at += look.length;
  }
  return remainders;
}
