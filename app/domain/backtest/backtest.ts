import type { FairUsePolicy } from "../fair-use/policy.ts";

/** One way to judge: orders are flagged from `flagFrom` on (0 to 1, on the shop's scale), and this policy judges cases. */
export type Variant = { name: string; policy: FairUsePolicy; flagFrom: number };

/**
 * What becomes of an order. `watched` and `held`: it is flagged, and its case noted or held for a person; `asks_sign_in`: its
 * case is why codes ask to sign in from then on, after which orders go on as they did, since whether somebody would have is
 * not known; `disqualifies`: its case is why codes are refused; `refused`: its code would have been refused at checkout.
 */
export const OUTCOMES = [
  "passes",
  "watched",
  "asks_sign_in",
  "held",
  "disqualifies",
  "refused",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_LABELS: Record<Outcome, string> = {
  passes: "Goes through",
  watched: "Watched",
  asks_sign_in: "Asks to sign in",
  held: "Held for review",
  disqualifies: "Disqualifies",
  refused: "Code refused",
};

/**
 * How many of so many are probably good customers: the expected number, and 95 % bounds. `decided`: of how many staff
 * decided, who are known; the rest are taken at their score, and the bounds are about them alone.
 */
export type Estimate = { of: number; expected: number; low: number; high: number; decided: number };

/** Minor units of the shop's currency. `saved`: what refused codes took off; `atStake`: what flagged orders had taken off. */
export type VariantResult = {
  orders: Record<Outcome, number>;
  savedMinor: number;
  atStakeMinor: number;
  /** Customers who would have been refused a code. */
  refused: Estimate;
  /** Cases a person would have had to look at. */
  cases: Estimate;
  /** The day that brought most of them. */
  busiest: { day: string; cases: number } | null;
};

export type BacktestResult = {
  currency: string;
  /** The shop's orders are from these local days; null without any. */
  from: string | null;
  to: string | null;
  days: number;
  /** Orders that could be judged either way, and whose they are. */
  orders: number;
  people: number;
  changed: number;
  first: VariantResult;
  second: VariantResult;
};

export type BacktestState = "running" | "done" | "failed" | "cancelled";

/** One such question and how far its answer is. Instants are ISO 8601 in UTC. */
export type BacktestSummary = {
  id: string;
  first: Variant;
  second: Variant;
  state: BacktestState;
  done: number;
  total: number | null;
  result: BacktestResult | null;
  error: string | null;
  createdAt: string;
  createdBy: string;
};

export type PolicyChoice = { value: string; label: string };

/** What can be tried, and what was tried last. */
export type BacktestPage = {
  policies: PolicyChoice[];
  flagFrom: number;
  last: BacktestSummary | null;
};

/** An order of which the two ways make something else than letting it pass. */
export type BacktestOrder = {
  id: string;
  name: string;
  placedAt: string;
  codes: string[];
  score: number | null;
  discountMinor: number;
  first: Outcome;
  second: Outcome;
};

/** `looked_at`: in cases that a person has to look at. */
export type ChosenOutcome = Outcome | "looked_at";

/** Which of them: those that change, or of one way those with this outcome. */
export type OrderChoice = { side: "first" | "second"; outcome: ChosenOutcome } | "changed";

/** The outcomes that a choice stands for. */
export function outcomesOf(chosen: ChosenOutcome): Outcome[] {
  return chosen === "looked_at" ? ["held", "disqualifies"] : [chosen];
}

export type BacktestOrders = {
  id: string;
  ways: Record<"first" | "second", Pick<Variant, "name" | "flagFrom">>;
  choice: OrderChoice;
  currency: string;
  of: number;
  rows: BacktestOrder[];
  next: string | null;
};
