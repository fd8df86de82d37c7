/**
 * How long work of so many points takes at least, when nobody else calls. For a batch, `available` is what batches may
 * take (`availableToBatch`), not the whole bucket.
 */
export function secondsFor(points: number, restoreRate: number, available: number): number {
  return Math.max(0, points - Math.max(0, available)) / restoreRate;
}
