import { ALPHABETS, type UniqueAlphabet } from "./alphabet.ts";

/** Fewer free characters are guessed in no time; more do not fit the arithmetic. */
export const UNIQUE_LENGTH_MIN = 4;
export const UNIQUE_LENGTH_MAX = 14;

/**
 * What unique codes look like after their prefix: `length` counts all characters, the check
 * character included, when there is one (the last).
 */
export type CodeShape = { length: number; alphabet: UniqueAlphabet; check: boolean };

/** `key`: 16 secret bytes, one key a batch; whoever has it knows all codes. */
export type UniqueCodeSpace = CodeShape & { key: Uint8Array; prefix: string };

/** How many characters are free: a check character follows from the others. */
export function freeLength({ length, check }: CodeShape): number {
  return check ? length - 1 : length;
}

/** How long codes may be, the check character included. */
export function lengthLimits(shape: Pick<CodeShape, "check">): { min: number; max: number } {
  const extra = shape.check ? 1 : 0;
  return { min: UNIQUE_LENGTH_MIN + extra, max: UNIQUE_LENGTH_MAX + extra };
}

export function isPossibleLength(shape: CodeShape): boolean {
  const { min, max } = lengthLimits(shape);
  return Number.isInteger(shape.length) && shape.length >= min && shape.length <= max;
}

/** How many codes a shape has. Beyond 2^53 rounded, which only odds notice. */
export function spaceSize(shape: CodeShape): number {
  return ALPHABETS[shape.alphabet].length ** freeLength(shape);
}
