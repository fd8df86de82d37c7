/** After so many tries that came to nothing a person should know. */
export const MOST_TRIES = 8;

const FIRST_SECONDS = 10;
const LONGEST_SECONDS = 60 * 60;

/** Seconds until a change is tried again that came to nothing so many times, for a reason nobody foresaw. */
export function secondsToRetry(failures: number): number {
  return Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** (failures - 1));
}
