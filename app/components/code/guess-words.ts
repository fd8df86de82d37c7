import type { CodeShape } from "#app/domain/code/code-space.ts";
import { checkRoom, describeOdds, guessOdds } from "#app/domain/code/guess-odds.ts";

export type GuessWords = {
  tone: "success" | "caution" | "critical";
  text: string;
  /** From 0 (every guess finds a code) to 1 (nobody will). */
  strength: number;
  /** A length that is safe, when this one is not; null also when the codes do not even fit. */
  saferLength: number | null;
};

/** A hundred million guesses for one code fill the meter. */
const FULL = 8;

/** How hard `count` codes of a shape are to guess, in a sentence or three. */
export function guessWords(shape: CodeShape, count: number): GuessWords {
  const room = checkRoom(shape, count);
  if (!room.ok) return { tone: "critical", text: room.message, strength: 0, saferLength: null };
  const { guessesPerHit, saferLength } = room.odds;
  const strength = Math.min(1, Math.max(0, Math.log10(guessesPerHit) / FULL));
  const text = describeOdds(room.odds);
  if (saferLength === null) return { tone: "success", text, strength, saferLength };
  const safer = describeOdds(guessOdds({ ...shape, length: saferLength }, count));
  return {
    tone: "caution",
    text: `${text} A script that tries codes at your checkout could find some. With ${saferLength} characters, ${safer}`,
    strength,
    saferLength,
  };
}
