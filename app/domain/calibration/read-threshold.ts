const LEAST = 50;

/** A threshold as it is typed, in per cent with at most one digit after the point: "82.5" is 0.825. */
export function readThreshold(
  typed: string,
): { ok: true; flagFrom: number } | { ok: false; message: string } {
  const flagFrom = readShare(typed);
  if (!(flagFrom >= LEAST / 100 && flagFrom <= 1))
    return { ok: false, message: `Enter a percentage from ${LEAST} to 100, such as 80.` };
  return { ok: true, flagFrom };
}

/** A percentage with at most one digit after the point as a share; NaN for anything else. */
export function readShare(typed: string): number {
  const text = typed.trim().replace(/\s*%$/, "").replace(",", ".");
  return /^\d{1,3}(\.\d)?$/.test(text) ? Math.round(Number(text) * 10) / 1_000 : NaN;
}

/** The same to be shown in a field: 0.825 is "82.5". */
export function thresholdText(flagFrom: number): string {
  return Number.isNaN(flagFrom) ? "" : String(Math.round(flagFrom * 1_000) / 10);
}
