/**
 * How long work of so many points takes at least, in whole seconds, when nobody else calls. For a batch, `available` is
 * what batches may take (`availableToBatch`), not the whole bucket.
 */
export function secondsFor(
  points: number,
  { available, restoreRate }: { available: number; restoreRate: number },
): number {
  return Math.ceil(Math.max(0, points - Math.max(0, available)) / restoreRate);
}
