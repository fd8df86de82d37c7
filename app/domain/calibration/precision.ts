import type { CaseDecision } from "../case/case.ts";
import { wilsonInterval } from "../measure/wilson.ts";
import type { SignalKind } from "../signal/signal.ts";

/**
 * A case that staff decided, whose flags are one observation however many they are. `signals`: all that were found,
 * and what the flags say themselves. `score`: of the surest flag, as staff saw it when they decided; null where only an
 * exact rule found it. `isScored`: the score reached the threshold there was, and had flagged it without an exact rule.
 */
export type DecidedCase = {
  kinds: readonly SignalKind[];
  signals: readonly SignalKind[];
  score: number | null;
  isScored: boolean;
  decision: CaseDecision;
};

/** How many were right of how many, with Wilson's 95 % interval; null without any. */
export type Precision = { right: number; of: number; interval: [number, number] | null };

/** Scores from `from` to below `to`; the last band holds 1, too. */
export type BandPrecision = Precision & { from: number; to: number };
export type SignalPrecision = Precision & { kind: SignalKind };

/** Bands of scores. */
export const BANDS = [
  { from: 0, to: 0.5 },
  { from: 0.5, to: 0.8 },
  { from: 0.8, to: 0.9 },
  { from: 0.9, to: 0.95 },
  { from: 0.95, to: 0.99 },
  { from: 0.99, to: 1 },
] as const;

/** Abuse was what the flags said; so was a household, where they said only that a household is over its limit. */
export function isRight({ kinds, decision }: Pick<DecidedCase, "kinds" | "decision">): boolean {
  if (decision === "abuse") return true;
  return decision === "same_household" && kinds.every((kind) => kind === "household_limit");
}

/** By scores as staff saw them. Bands without a case are there, too. */
export function precisionByBand(cases: readonly DecidedCase[]): BandPrecision[] {
  return BANDS.map(({ from, to }) => ({
    ...{ from, to },
    ...precisionOf(cases.filter((each) => bandOf(each) === from)),
  }));
}

/** Where the band begins that a case counts in; null without a score. */
function bandOf({ score }: Pick<DecidedCase, "score">): number | null {
  const reached = BANDS.filter(({ from }) => score !== null && score >= from);
  return reached.at(-1)?.from ?? null;
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

/**
 * Which decided cases: all, those of a number on the page, or those the threshold was wrong about: `missed` is abuse whose
 * score had not flagged it, `mistaken` what its score had flagged and was fine.
 */
export type CaseChoice =
  | { list: "all" | "missed" | "mistaken" }
  | { list: "band"; from: number }
  | { list: "signal"; signal: SignalKind };

export function isChosen(each: DecidedCase, choice: CaseChoice): boolean {
  switch (choice.list) {
    case "all":
      return true;
    case "band":
      return bandOf(each) === choice.from;
    case "signal":
      return each.signals.includes(choice.signal);
    case "missed":
      return each.decision === "abuse" && !each.isScored;
    case "mistaken":
      return each.decision === "fine" && each.isScored;
  }
}
