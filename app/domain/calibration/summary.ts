import type { CaseDecision } from "../case/case.ts";
import type { BandPrecision, CaseChoice, Precision, SignalPrecision } from "./precision.ts";
import type { ScaleKnot } from "./scale.ts";

/** The scale in force; version null: the shipped one. `flagFrom`: orders are flagged from this score on. */
export type ScaleSummary = {
  version: number | null;
  knots: ScaleKnot[];
  flagFrom: number;
  verdicts: number;
  createdAt: string | null;
  createdBy: string | null;
};

/** A decided case. `score` on the scale in force; null: only an exact rule found it. */
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
  flagFrom: number;
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
  /** Abuse below the threshold, found another way. */
  missed: Shown<DecidedRow>;
  /** Flagged, and fine. */
  mistaken: Shown<DecidedRow>;
  unseen: Shown<UnseenUse>;
};
