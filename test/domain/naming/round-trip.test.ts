import fc from "fast-check";
import { expect, test } from "vitest";
import { formatName } from "#app/domain/naming/format.ts";
import { readName } from "#app/domain/naming/read-name.ts";
import { stemOf } from "#app/domain/naming/stem.ts";
import { anyNamed } from "./generated.ts";

const NOT_IN_CALENDAR = /is not a (day|week) of/;

test("what is written is read back, and what is read is written back", () => {
  let sound = 0;
  let refused = 0;
  fc.assert(
    fc.property(anyNamed, fc.boolean(), ({ compiled, dimensions, unique, name }, lowerCase) => {
      if (!compiled.ok) {
        refused++;
        return;
      }
      sound++;
      const { convention } = compiled;
      const written = formatName(convention, dimensions, unique ?? undefined);
      const read = readName(convention, lowerCase ? name.toLowerCase() : name);
      if (!written.ok) {
        // Dates no calendar has are refused both ways; nothing else is.
        expect(written.errors[0]?.message).toMatch(NOT_IN_CALENDAR);
        expect(read).toMatchObject({ ok: false });
        return;
      }
      expect(written.name).toBe(name);
      expect(read).toMatchObject({ ok: true, name, unique });
      if (!read.ok) return;
      expect({ ...read.dimensions }).toEqual(dimensions);
      expect(formatName(convention, read.dimensions, read.unique ?? undefined)).toEqual(written);
    }),
    { numRuns: 800, seed: 26 },
  );
  // Both kinds must have come up, or the property says nothing.
  expect(sound).toBeGreaterThan(300);
  expect(refused).toBeGreaterThan(50);
});

test("a code is its campaign's name, the separator and the unique letters", () => {
  let batches = 0;
  fc.assert(
    fc.property(anyNamed, ({ compiled, dimensions, unique, name }) => {
      if (!compiled.ok || unique === null) return;
      const stem = stemOf(compiled.convention);
      const named = formatName(stem.convention, dimensions);
      if (!named.ok) return;
      batches++;
      expect(named.name + stem.separator + unique).toBe(name);
      expect(readName(stem.convention, named.name)).toMatchObject({ ok: true, unique: null });
      expect(stem.convention.unique).toBeNull();
    }),
    { numRuns: 500, seed: 26 },
  );
  expect(batches).toBeGreaterThan(50);
});

test("a name is read in one way only: what differs in dimensions differs in name", () => {
  fc.assert(
    fc.property(anyNamed, ({ compiled, other, ...one }) => {
      if (!compiled.ok) return;
      const names = [one, other].map(({ dimensions, unique }) =>
        formatName(compiled.convention, dimensions, unique ?? undefined),
      );
      if (!names.every((name) => name.ok)) return;
      const [a, b] = names.map(({ name }) => name);
      const [means, meansToo] = [one, other].map(({ dimensions, unique }) =>
        JSON.stringify([dimensions, unique]),
      );
      expect(a === b).toBe(means === meansToo);
    }),
    { numRuns: 500, seed: 26 },
  );
});
