import type { CaseDecision } from "../case/case.ts";
import { wilsonInterval } from "../measure/wilson.ts";
import type { SignalKind } from "../signal/signal.ts";

/**
 * A case that staff decided, whose flags are one observation however many they are. `signals`: all that were found,
 * and what the flags say themselves. `score`: of the surest flag; null where only an exact rule found it.
 */
export type DecidedCase = {
  kinds: readonly SignalKind[];
  signals: readonly SignalKind[];
  score: number | null;
  decision: CaseDecision;
};

/** How many were right of how many, with Wilson's 95 % interval; null without any. */
export type Precision = { right: number; of: number; interval: [number, number] | null };

/** Scores from `from` to below `to`; the last band holds 1, too. */
export type BandPrecision = Precision & { from: number; to: number };
export type SignalPrecision = Precision & { kind: SignalKind };

const BANDS = [0, 0.5, 0.8, 0.9, 0.95, 0.99, 1];

/** Abuse was what the flags said; so was a household, where they said only that a household is over its limit. */
export function isRight({ kinds, decision }: Pick<DecidedCase, "kinds" | "decision">): boolean {
  if (decision === "abuse") return true;
  return decision === "same_household" && kinds.every((kind) => kind === "household_limit");
}

/** By scores as they are shown. Bands without a case are there, too. */
export function precisionByBand(cases: readonly DecidedCase[]): BandPrecision[] {
  return BANDS.slice(0, -1).map((from, at) => {
    const to = BANDS[at + 1]!;
    const isIn = ({ score }: DecidedCase) =>
      score !== null && score >= from && (score < to || to === 1);
    return { from, to, ...precisionOf(cases.filter(isIn)) };
  });
}

/** By what was found; a case counts with every signal it has. Those most often found come first. */
export function precisionBySignal(cases: readonly DecidedCase[]): SignalPrecision[] {
  const kinds = [...new Set(cases.flatMap(({ signals }) => signals))];
  return kinds
    .map((kind) => ({
      kind,
      ...precisionOf(cases.filter(({ signals }) => signals.includes(kind))),
    }))
    .sort((a, b) => b.of - a.of || (a.kind < b.kind ? -1 : 1));
}

export function precisionOf(cases: readonly DecidedCase[]): Precision {
  const right = cases.filter(isRight).length;
  return { right, of: cases.length, interval: wilsonInterval(right, cases.length) };
}
