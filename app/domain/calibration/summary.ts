import type { CaseDecision } from "../case/case.ts";
import type { BandPrecision, Precision, SignalPrecision } from "./precision.ts";
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

/** A decided case the threshold was wrong about. `score` on the scale in force; null: only an exact rule found it. */
export type WrongCase = {
  /** Null for a flag that was decided by itself, before there were cases. */
  id: string | null;
  number: number | null;
  score: number | null;
  decision: CaseDecision;
  orders: { id: string; name: string }[];
};

/** An order below the threshold by somebody who was decided to be abusive; nobody looked at it. */
export type UnseenOrder = { id: string; name: string; placedAt: string; score: number };

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
  missed: Shown<WrongCase>;
  /** Flagged, and fine. */
  mistaken: Shown<WrongCase>;
  unseen: Shown<UnseenOrder>;
};
