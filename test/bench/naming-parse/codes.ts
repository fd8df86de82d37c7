import { ALPHABETS } from "#app/domain/code/alphabet.ts";
import type { Part } from "#app/domain/naming/automaton.ts";
import type { Convention } from "#app/domain/naming/convention.ts";
import { DATE_VALUES } from "#app/domain/naming/date-values.ts";
import type { Field } from "#app/domain/naming/field.ts";

/** A number from 0 up to, not including, `below`. */
type Random = (below: number) => number;

const CHUNK = 100_000;

/** Distinct codes of the conventions, in chunks; the same for the same count. One in ten is lower case. */
export function distinctCodes(conventions: readonly Convention[], count: number): string[][] {
  const random = randomFrom(26);
  const seen = new Set<string>();
  const chunks: string[][] = [];
  let chunk: string[] = [];
  while (seen.size < count) {
    const { parts } = conventions[random(conventions.length)]!;
    const code = codeOf(parts, random);
    if (seen.has(code)) continue;
    seen.add(code);
    chunk.push(asReceived(random(10) === 0 ? code.toLowerCase() : code));
    if (chunk.length < CHUNK && seen.size < count) continue;
    chunks.push(chunk);
    chunk = [];
  }
  return chunks;
}

/** Text in one piece, as it comes out of a database or a file, not one of many put together. */
const asReceived = (code: string): string => Buffer.from(code, "latin1").toString("latin1");

function codeOf(parts: readonly Part[], random: Random): string {
  let code = "";
  for (const part of parts) {
    if (part.kind === "literal") code += part.text;
    else if (part.kind === "field") code += valueOf(part.field, random);
    else if (random(2) === 0) code += codeOf(part.parts, random);
  }
  return code;
}

function valueOf({ type }: Field, random: Random): string {
  switch (type.kind) {
    case "list":
      return type.values[random(type.values.length)]!.value;
    case "date": {
      // The 1st to the 28th: days every month has.
      const values = DATE_VALUES[type.spelling];
      return values[random(Math.min(28, values.length))]!.value;
    }
    case "number": {
      const number = type.min + random(type.max - type.min + 1);
      return String(number).padStart(type.digits ?? 1, "0");
    }
    case "percentage":
      return String(1 + random(100));
    case "offer":
      return ["FREESHIP", "DISCOUNT", `${1 + random(100)}OFF`, `${1 + random(500)}EUROFF`][
        random(4)
      ]!;
    case "word":
      return letters(ALPHABETS.any, type.min + random(type.max - type.min + 1), random);
    case "unique":
      return letters(ALPHABETS[type.alphabet], type.length, random);
  }
}

function letters(alphabet: string, length: number, random: Random): string {
  let text = "";
  for (let i = 0; i < length; i++) text += alphabet.charAt(random(alphabet.length));
  return text;
}

/** mulberry32: small, and good enough to spread codes. */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * below);
  };
}
