import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ANY_ALPHABET, SAFE_ALPHABET } from "#app/domain/code/alphabet.ts";
import { codeKey } from "#app/domain/code/code-key.ts";
import {
  describeLookAlike,
  lookAlikeKey,
  lookAlikesAmong,
  oneEditKeys,
} from "#app/domain/code/look-alike.ts";
import { lookOf } from "#app/domain/code/look-alike-glyph.ts";

test.each([
  ["SAVE10", "save1O"],
  ["QUEEN", "0UEEN"],
  ["LILI", "1111"],
  ["ZEBRA", "2E8RA"],
  ["GUESS", "6VE55"],
  ["SUMMER-26", "SUMER_26"],
  ["SUMMER 26", "SUMMER26"],
  ["SUMMER–26", "SUMMER26"],
  ["SА\u200bLE", "SALE"],
  ["ＳＡＬＥ", "SALE"],
  ["CAFÉ", "CAFE"],
  ["CAFE\u0301", "CAFE"],
  ["ΟFF", "OFF"],
  ["SALE10", "S\u00adALE10"],
  ["BARN", "BAM"],
  ["RNRN", "MM"],
  ["VVINTER", "WINTER"],
  ["CLUB", "DUB"],
  ["MODERN-C0L", "RNODEM_COL"],
])("%j and %j have the same key", (a, b) => {
  expect(lookAlikeKey(a)).toBe(lookAlikeKey(b));
  expect(describeLookAlike(a, b)).not.toBeNull();
});

test.each([
  ["SAVE10", "SAVE1O", "differ only in 0 and O at position 6"],
  ["WIN-0", "WIN-O", "differ only in 0 and O at position 5"],
  ["LOVE", "10VE", "differ only in L and 1 at position 1, O and 0 at position 2"],
  ["SOLO", "5010", "differ only in S and 5 at position 1, O and 0 at position 2 and 2 more"],
  ["SАLE", "SALE", "differ only in А (U+0410) and A at position 2"],
  ["SUMMER-26", "SUMMER_26", "the same but for “-”, “_” or spaces"],
  ["SUMMER-26", "SUMMER26", "the same but for “-”, “_” or spaces"],
  ["SA\u200bLE", "SALE", "the same but for an invisible character or a mark"],
  ["LETTER", "LETER", "the same but for a doubled T"],
  ["COOL10", "C0L10", "the same but for a doubled O"],
  ["LETTERS", "LETTTERSS", "the same but for doubled letters"],
  ["WELCOME", "WELCONE", "one letter apart: M and N at position 6"],
  ["WELCOME", "WELCOMES", "one letter apart: an extra S at position 8"],
  ["WELCOE", "WELCOME", "one letter apart: an extra M at position 6"],
  ["SAVE10", "SAVED10", "one letter apart: an extra D at position 5"],
  ["SAVEA", "SAVE7", "one character apart: A and 7 at position 5"],
  ["SUMMER_AB", "SUMMER_AC", "one letter apart: B and C at position 9"],
  ["BARN", "BAM", "differ only in RN and M at position 3"],
  ["BAM-10", "BARN10", "differ only in M and RN at position 3"],
  ["VVINTER", "WINTER", "differ only in VV and W at position 1"],
  ["CLUB", "DUB", "differ only in CL and D at position 1"],
  ["RNRN", "MM", "differ only in RN and M at position 1, RN and M at position 3"],
  ["COOLRN", "C0OLM", "differ only in O and 0 at position 2, RN and M at position 5"],
  ["FORM", "FROM", "the same but for O and R swapped at position 2"],
  ["SUMMER26", "SUMEMR26", "the same but for M and E swapped at position 4"],
  ["SAVEA1", "SAVE1A", "the same but for A and 1 swapped at position 5"],
  ["SAVE-XY", "SAVE_YX", "the same but for X and Y swapped at position 6"],
])("%j and %j: %s", (a, b, why) => {
  expect(describeLookAlike(a, b)).toBe(why);
});

test.each([
  ["SAVE10", "save10", "the same code"],
  ["SAVE10", "SAVE15", "another number"],
  ["SAVE10", "SAVE100", "another number"],
  ["SAVE1", "SAVE11", "another number"],
  ["SAVE", "SAVE2", "the second of its kind"],
  ["SUMMER25", "SUMMER26", "another year"],
  ["5OFF", "50OFF", "the digits 5 and 50, though the letters O run together"],
  ["SUMMER26_A", "SUMMER26_B", "versions named so on purpose"],
  ["SUMMER26_A", "SUMMER26", "versions named so on purpose"],
  ["BATCH-100", "BATCH-1O", "another number"],
  ["VIP", "ZIP", "too short: each is one letter from every other"],
  ["WELCOME", "WELKOMME2", "two edits"],
  ["FMOR", "FROM", "letters swapped that are no neighbours"],
  ["SAVE12", "SAVE21", "another number"],
  ["ON", "NO", "too short: each is one letter from every other"],
  ["A_B_SALE", "B_A_SALE", "versions named so on purpose"],
  ["SUMMER-NOW", "SUMMEMOW", "R and N are not beside each other"],
  ["BC1", "BC2", "C and 1 are drawn like no D"],
  ["ABCD", "WXYZ", "nothing in common"],
  ["-", "_", "nothing to see"],
])("%j and %j are not worth a warning: %s", (a, b) => {
  expect(describeLookAlike(a, b)).toBeNull();
  expect(lookAlikesAmong([a, b])).toEqual([]);
});

const codeText = fc.string({
  unit: fc.constantFrom(...ANY_ALPHABET, ..."OO00TT11IILLSS55-_aot"),
  minLength: 1,
  maxLength: 12,
});

/** Of few letters, with many pairs drawn like another letter, and doubled ones. */
const pairText = fc.string({
  unit: fc.constantFrom("R", "N", "M", "RN", "V", "W", "VV", "C", "L", "1", "D", "CL", "A", "-"),
  minLength: 1,
  maxLength: 8,
});

/** Two codes of which one has some pairs and letters for others drawn like them. */
const pairsApart = fc
  .tuple(pairText, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }))
  .map(([text, turned]): [string, string] => {
    let at = 0;
    const swap = (part: string) => (turned[at++ % turned.length] ? (TURNED[part] ?? part) : part);
    return [text, text.replace(/RN|VV|CL|[MWD]/g, swap)];
  });
const TURNED: Record<string, string> = { RN: "M", M: "RN", VV: "W", W: "VV", CL: "D", D: "CL" };

/** A code and the same with two neighbours swapped. */
const swapped = fc
  .tuple(fc.oneof(codeText, pairText), fc.nat())
  .map(([text, place]): [string, string] => {
    const at = place % text.length;
    const [first = "", second = ""] = text.slice(at, at + 2);
    return [text, text.slice(0, at) + second + first + text.slice(at + 2)];
  });

/** A code and the same with one letter or digit left out, added or replaced. */
const oneEditApart = fc
  .tuple(codeText, fc.nat(), fc.constantFrom(...ANY_ALPHABET), fc.constantFrom(0, 1, 2))
  .map(([text, place, letter, edit]): [string, string] => {
    const at = place % text.length;
    const rest = text.slice(edit === 0 ? at : at + 1);
    return [text, text.slice(0, at) + (edit === 1 ? "" : letter) + rest];
  });

describe("keys", () => {
  test("the key of a key is itself, and case does not matter", () => {
    fc.assert(
      fc.property(fc.oneof(codeText, fc.string({ unit: "binary" })), (text) => {
        const key = lookAlikeKey(text);
        expect(lookAlikeKey(lookAlikeKey(key))).toBe(lookAlikeKey(key));
        expect(lookAlikeKey(codeKey(text))).toBe(key);
      }),
    );
    fc.assert(fc.property(codeText, (t) => lookAlikeKey(lookAlikeKey(t)) === lookAlikeKey(t)));
  });

  test("no two of the safe letters look alike", () => {
    expect(new Set([...SAFE_ALPHABET].map(lookOf)).size).toBe(SAFE_ALPHABET.length);
  });

  test("every code one edit away has the same key or one of the one-edit keys", () => {
    fc.assert(
      fc.property(fc.oneof(oneEditApart, swapped), ([a, b]) => {
        const keys = new Set([lookAlikeKey(a), ...oneEditKeys(a)]);
        expect(keys).toContain(lookAlikeKey(b));
      }),
      { numRuns: 1000 },
    );
  });

  test("one-edit keys are distinct, not the key itself, few, and none for endless codes", () => {
    fc.assert(
      fc.property(codeText, (text) => {
        const keys = oneEditKeys(text);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).not.toContain(lookAlikeKey(text));
        expect(keys.length).toBeLessThan(80 * (text.length + 1));
      }),
    );
    expect(oneEditKeys("AC".repeat(20)).length).toBeGreaterThan(2000);
    expect(oneEditKeys("AC".repeat(20) + "A")).toEqual([]);
  });
});

const anyTwo = fc.oneof(
  oneEditApart,
  swapped,
  pairsApart,
  fc.tuple(codeText, codeText),
  fc.tuple(pairText, pairText),
);

test("a warning is given to both sides, and only where the keys find it", () => {
  fc.assert(
    fc.property(anyTwo, ([a, b]) => {
      const why = describeLookAlike(a, b);
      expect(describeLookAlike(b, a) === null).toBe(why === null);
      if (why === null) return;
      expect([lookAlikeKey(a), ...oneEditKeys(a)]).toContain(lookAlikeKey(b));
      expect(codeKey(a)).not.toBe(codeKey(b));
    }),
    { numRuns: 1000 },
  );
});

describe("pairs within a list", () => {
  test("are those that pairwise comparison finds", () => {
    const list = fc.array(
      fc.oneof(
        codeText,
        oneEditApart.map(([, b]) => b),
      ),
      { maxLength: 12 },
    );
    const drawn = fc.array(
      fc.oneof(
        pairText,
        pairsApart.map(([, b]) => b),
        swapped.map(([, b]) => b),
      ),
      { maxLength: 8 },
    );
    const few = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom(..."AB0O1T-"), minLength: 3, maxLength: 5 }),
      { maxLength: 6, selector: lookAlikeKey },
    );
    fc.assert(
      fc.property(fc.oneof(few, list, drawn), (codes) => {
        const distinct = [...new Map(codes.map((code) => [codeKey(code), code])).values()];
        fc.pre(new Set(distinct.map(lookAlikeKey)).size === distinct.length);
        const byHand = distinct.flatMap((code, i) =>
          distinct.slice(i + 1).flatMap((other) => {
            const why = describeLookAlike(code, other);
            return why === null ? [] : [{ code, other, why }];
          }),
        );
        const order = (pairs: typeof byHand) => pairs.map((pair) => JSON.stringify(pair)).sort();
        expect(order(lookAlikesAmong(codes))).toEqual(order(byHand));
      }),
      { numRuns: 500 },
    );
  });

  test("come with the reason, once each, the same code twice being no pair", () => {
    expect(lookAlikesAmong(["SAVE10", "WELCOME", "SAVE1O", "save1o", "WELCONE", "SAVE20"])).toEqual(
      [
        { code: "SAVE10", other: "save1o", why: "differ only in 0 and O at position 6" },
        { code: "WELCOME", other: "WELCONE", why: "one letter apart: M and N at position 6" },
      ],
    );
  });

  test("are found where letters are drawn like one, and where two are swapped", () => {
    const numbered = Array.from({ length: 20_000 }, (_, i) => `BATCH-${i}`);
    const drawn = ["BARN", "CLUB", "DUB", "BAM", "WINTER", "VVINTER"];
    expect(
      lookAlikesAmong([...numbered, ...drawn]).map(({ code, other }) => [code, other]),
    ).toEqual([
      ["CLUB", "DUB"],
      ["BARN", "BAM"],
      ["WINTER", "VVINTER"],
    ]);
    expect(lookAlikesAmong(["FORM", "SAVE12", "FROM", "SAVE21"])).toEqual([
      { code: "FORM", other: "FROM", why: "the same but for O and R swapped at position 2" },
    ]);
  });

  test("are found among 100,000 codes by key, and are at most 1,000", () => {
    const numbered = Array.from({ length: 100_000 }, (_, i) => `BATCH-${i}`);
    expect(lookAlikesAmong([...numbered, "BATCH-1O", "WELCOME", "WELCONE"])).toEqual([
      { code: "BATCH-10", other: "BATCH-1O", why: "differ only in 0 and O at position 8" },
    ]);
    const bits = (i: number) => i.toString(2).padStart(12, "0").replaceAll("1", "O");
    expect(lookAlikesAmong(Array.from({ length: 4096 }, (_, i) => bits(i))).length).toBe(1000);
  });
});
