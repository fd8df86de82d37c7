import fc from "fast-check";
import { ALPHABETS, type UniqueAlphabet } from "#app/domain/code/alphabet.ts";
import { lengthLimits, type CodeShape, type UniqueCodeSpace } from "#app/domain/code/code-space.ts";

export const ALPHABET_NAMES = Object.keys(ALPHABETS) as UniqueAlphabet[];

export const anyShape: fc.Arbitrary<CodeShape> = fc
  .record({ alphabet: fc.constantFrom(...ALPHABET_NAMES), check: fc.boolean() })
  .chain((shape) =>
    fc.integer(lengthLimits(shape)).map((length): CodeShape => ({ ...shape, length })),
  );

export const anySpace: fc.Arbitrary<UniqueCodeSpace> = fc
  .tuple(
    anyShape,
    fc.uint8Array({ minLength: 16, maxLength: 16 }),
    fc.constantFrom("", "P-", "SUMMER26_"),
  )
  .map(([shape, key, prefix]) => ({ ...shape, key, prefix }));
