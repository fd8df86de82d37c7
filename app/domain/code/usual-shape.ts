import { guessOdds } from "./guess-odds.ts";
import type { CodeShape } from "./code-space.ts";

/** Eight characters are easily typed from a flyer; more when so many codes could be guessed. */
const USUAL_LENGTH = 8;

/** How `count` unique codes look when nobody says how long they are to be. */
export function usualShape(count: number, check: boolean): CodeShape {
  const usual = { length: USUAL_LENGTH + (check ? 1 : 0), alphabet: "safe", check } as const;
  return { ...usual, length: Math.max(usual.length, guessOdds(usual, count).saferLength ?? 0) };
}
