import fc from "fast-check";
import { ALPHABETS } from "#app/domain/code/alphabet.ts";
import { findSharedName } from "#app/domain/naming/convention.ts";
import { compiled } from "../compiled.ts";

/** A part of a convention and what a shop may write in it: a few values, or many. */
type AnyPart = { text: string; value: fc.Arbitrary<string> };

const someOf = (...values: string[]) => fc.subarray(values, { minLength: 2 });
const drawnFrom = (text: string, values: fc.Arbitrary<string[]>): fc.Arbitrary<AnyPart> =>
  values.map((chosen) => ({ text, value: fc.constantFrom(...chosen) }));
const always = (text: string, value: fc.Arbitrary<string>): fc.Arbitrary<AnyPart> =>
  fc.constant({ text, value });

/** Letters words are made of, as words have them. */
const syllables = fc
  .array(
    fc
      .tuple(fc.constantFrom(..."BDFGKLMNPRST"), fc.constantFrom(..."AEIOU"))
      .map((pair) => pair.join("")),
    { minLength: 2, maxLength: 4 },
  )
  .map((pairs) => pairs.join(""));

const season = drawnFrom("{season}", someOf("SUMMER", "WINTER", "SPRING", "XMAS", "EASTER"));
const year = fc.oneof(
  always("{yy}", fc.constantFrom("23", "24", "26", "27")),
  always("{yyyy}", fc.constantFrom("2023", "2024", "2026")),
);
const when = fc.oneof(
  season,
  drawnFrom("{month}", someOf("JAN", "FEB", "MAR", "OCT", "NOV")),
  drawnFrom("{monthname}", someOf("JANUARY", "FEBRUARY", "MARCH", "OCTOBER")),
  always("{quarter}", fc.constantFrom("Q1", "Q2", "Q3", "Q4")),
);
const what = fc.oneof(
  drawnFrom("{channel}", someOf("EMAIL", "SMS", "IG", "TIKTOK", "FB")),
  drawnFrom("{region}", someOf("US", "GB", "AT", "CH", "FR", "IT")),
  drawnFrom("{offer}", someOf("15OFF", "20OFF", "5EUROFF", "FREESHIP")),
  always("{percent}", fc.constantFrom("5", "10", "15", "20", "50")),
);
const word = always("{campaign}", syllables);
const unique = fc.constantFrom("safe" as const, "any" as const).map((alphabet) => ({
  text: `{unique:8${alphabet === "safe" ? "" : ",any"}}`,
  value: fc.string({
    unit: fc.constantFrom(...ALPHABETS[alphabet]),
    minLength: 8,
    maxLength: 8,
  }),
}));

const separator = fc.constantFrom("_", "-");

/** Conventions marketers write: a date first or last, one to three things said, a batch sometimes. */
const anyConvention = fc
  .tuple(
    fc.constantFrom("", "VIP", "PROMO"),
    fc.option(fc.tuple(when, year), { freq: 3 }),
    fc.uniqueArray(what, { minLength: 1, maxLength: 2, selector: ({ text }) => text }),
    fc.option(word, { freq: 2 }),
    fc.option(unique, { freq: 2 }),
    separator,
  )
  .map(([opening, date, said, free, tail, between]) => {
    const chunks: AnyPart[][] = [];
    if (opening) chunks.push([{ text: opening, value: fc.constant(opening) }]);
    if (date) chunks.push([...date]);
    chunks.push(...said.map((each) => [each]));
    if (free) chunks.push([free]);
    if (tail) chunks.push([tail]);
    return chunks.flatMap((chunk, i) =>
      i === 0 ? chunk : [{ text: between, value: fc.constant(between) }, ...chunk],
    );
  })
  .filter((parts) => parts.some(({ text }) => /[{]/.test(text)) && parts.length > 1);

/** A convention seen twice is a coincidence: inference promises nothing below three codes. */
const isSeen = (codes: readonly string[]) => new Set(codes).size >= 3;

/** Two to four conventions that share no name, and fifty to eighty codes of each, mixed. */
export const anyStore = fc
  .array(anyConvention, { minLength: 2, maxLength: 4 })
  .map((conventions) => {
    const sound = conventions.map((parts) => parts.map(({ text }) => text).join(""));
    return conventions.filter((_, i) =>
      sound
        .slice(0, i)
        .every((other) => findSharedName(compiled(other), compiled(sound[i]!)) === null),
    );
  })
  .chain((conventions) =>
    fc
      .tuple(
        ...conventions.map((parts) =>
          fc.array(fc.tuple(...parts.map(({ value }) => value)), { minLength: 50, maxLength: 80 }),
        ),
      )
      .map((drawn) => drawn.map((codes) => codes.map((values) => values.join(""))))
      .map((drawn) => ({
        patterns: conventions
          .map((parts) => parts.map(({ text }) => text).join(""))
          .filter((_, i) => isSeen(drawn[i]!)),
        codes: drawn.filter(isSeen).flat(),
      })),
  );
