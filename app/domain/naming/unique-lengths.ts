import { UNIQUE_LENGTH_MAX, UNIQUE_LENGTH_MIN } from "#app/domain/code/unique-code.ts";

/** How many characters a unique part may have; a check character comes on top. */
export function uniqueLengths(check: boolean): { least: number; most: number } {
  const extra = check ? 1 : 0;
  return { least: UNIQUE_LENGTH_MIN + extra, most: UNIQUE_LENGTH_MAX + extra };
}
