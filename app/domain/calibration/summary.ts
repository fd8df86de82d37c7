import type { CaseDecision } from "../case/case.ts";
import type { BandPrecision, CaseChoice, Precision, SignalPrecision } from "./precision.ts";
import type { ScaleKnot } from "./scale.ts";

/** Who put a version in force, and when (ISO 8601). */
export type ScaleVersion = { version: number; at: string; by: string };

/**
 * The scale in force. `fitted`, `thresholdSet`: the versions that changed what scores mean, and from which on orders are
 * flagged; null where that is as shipped. `flagFrom`: orders are flagged from this score on.
 */
export type ScaleSummary = {
  knots: ScaleKnot[];
  flagFrom: number;
  verdicts: number;
  fitted: ScaleVersion | null;
  thresholdSet: ScaleVersion | null;
};

/** A decided case. `score` as staff saw it; null: only an exact rule found it. */
export type DecidedRow = {
  /** Null for a flag that was decided by itself, before there were cases. */
  id: string | null;
  number: number | null;
  score: number | null;
  decision: CaseDecision;
  orders: { id: string; name: string }[];
};

/** The decided cases behind a number, the newest first. `right`: those that were what their flags said, of all `of`. */
export type DecidedCases = {
  choice: CaseChoice;
  right: number;
  of: number;
  rows: (DecidedRow & { decidedAt: string; isRight: boolean })[];
  next: string | null;
};

/**
 * A use below the threshold, by its order and code, of somebody who was decided to be abusive; nobody looked at it.
 * `code`: of an order that used several limited ones; of others null.
 */
export type UnseenUse = {
  id: string;
  name: string;
  placedAt: string;
  code: string | null;
  score: number;
};

/** Of lists only the first are shown; `of` is how many there are. */
export type Shown<T> = { rows: T[]; of: number };

export type CalibrationSummary = {
  scale: ScaleSummary;
  /** Decided cases with a score, and what the scale would be if it were fitted to them now. */
  verdicts: number;
  fitted: ScaleKnot[];
  all: Precision;
  bands: BandPrecision[];
  signals: SignalPrecision[];
  /** Abuse that its score had not flagged, found another way. */
  missed: Shown<DecidedRow>;
  /** Flagged by its score, and fine. */
  mistaken: Shown<DecidedRow>;
  unseen: Shown<UnseenUse>;
};
