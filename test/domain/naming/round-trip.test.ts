import fc from "fast-check";
import { expect, test } from "vitest";
import { compileConvention } from "#app/domain/naming/convention.ts";
import { formatName } from "#app/domain/naming/format.ts";
import { parseName } from "#app/domain/naming/parse.ts";
import { anyConvention } from "./generated.ts";

/** A generated convention that is sound, and dimensions for it. */
const named = anyConvention.chain(({ text, fields, optional }) => {
  const result = compileConvention(
    text,
    fields.map(({ field }) => field),
  );
  const values = fields.map(({ field, value }, i) =>
    (optional[i] ? fc.option(value) : value).map((chosen) => [field.id, chosen] as const),
  );
  const dimensions = fc
    .tuple(...values)
    .map(
      (chosen) =>
        Object.fromEntries(chosen.filter(([, value]) => value !== null)) as Record<string, string>,
    );
  return fc.record({ result: fc.constant(result), dimensions });
});

test("what is written is read back, and what is read is written back", () => {
  let sound = 0;
  let ambiguous = 0;
  fc.assert(
    fc.property(named, fc.boolean(), ({ result, dimensions }, lowerCase) => {
      if (!result.ok) {
        ambiguous++;
        return;
      }
      sound++;
      const written = formatName(result.convention, dimensions);
      if (!written.ok) throw new Error(JSON.stringify(written.errors));
      const text = lowerCase ? written.name.toLowerCase() : written.name;
      const read = parseName(result.convention, text);
      expect(read).toMatchObject({ ok: true, name: written.name });
      expect(read.ok && { ...read.dimensions }).toEqual(dimensions);
      expect(formatName(result.convention, read.ok ? read.dimensions : {})).toEqual(written);
    }),
    { numRuns: 1000, seed: 26 },
  );
  // Both kinds must have come up, or the property says nothing.
  expect(sound).toBeGreaterThan(300);
  expect(ambiguous).toBeGreaterThan(50);
});

test("a name is read in one way only: what differs in dimensions differs in name", () => {
  const pair = anyConvention.chain(({ text, fields }) => {
    const result = compileConvention(
      text,
      fields.map(({ field }) => field),
    );
    const all = fc.tuple(...fields.map(({ value }) => value));
    return fc.record({ result: fc.constant(result), a: all, b: all });
  });
  fc.assert(
    fc.property(pair, ({ result, a, b }) => {
      if (!result.ok) return;
      const [one, other] = [a, b].map((values) =>
        formatName(
          result.convention,
          Object.fromEntries(values.map((value, i) => [`f${i}`, value])),
        ),
      );
      expect(one).toMatchObject({ ok: true });
      const sameName = one?.ok && other?.ok && one.name === other.name;
      expect(sameName).toBe(a.every((value, i) => value === b[i]));
    }),
    { numRuns: 500, seed: 26 },
  );
});
