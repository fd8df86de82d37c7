/** How long a piece of work that keeps others waiting should take, in ms: it should not be felt. */
const AIM_MS = 100;
const [FEWEST, MOST] = [20, 2_000];

/** How many rows the next piece may have, when one of `size` rows took so long: at most twice as many at a time. */
export function nextPieceSize(size: number, tookMs: number): number {
  const fitting = Math.floor((size * AIM_MS) / Math.max(tookMs, 1));
  return Math.max(FEWEST, Math.min(fitting, size * 2, MOST));
}
