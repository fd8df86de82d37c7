/**
 * One measured figure. `peer` and `peerValue` are what it is compared with, measured in the same
 * run or a published limit; `ratio` is how many times better, so above 1 is better.
 */
export type Figure = {
  metric: string;
  value: number;
  unit: string;
  peer: string | null;
  peerValue: number | null;
  ratio: number | null;
};

export type Emit = (figure: Figure) => void;

/** Tells people how far it is, on standard error. */
export type Progress = (message: string) => void;

/** What every file of this folder with a `run` offers `npm run bench -- NAME [arguments]`. */
export type Bench = (emit: Emit, progress: Progress, args: readonly string[]) => Promise<void>;

/** A figure that must stay below a limit. */
export function withinLimit(
  metric: string,
  value: number,
  unit: string,
  peer: string,
  limit: number,
): Figure {
  return {
    metric,
    value,
    unit,
    peer,
    peerValue: limit,
    ratio: value === 0 ? null : Number((limit / value).toFixed(2)),
  };
}
