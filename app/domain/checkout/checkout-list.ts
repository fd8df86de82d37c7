import type { Range } from "../insight/range.ts";

/** Checkouts at which codes of a campaign were entered, and how many of them became an order. */
export type CheckoutCount = { checkouts: number; ordered: number };

/** Which of them are listed. */
export const CHECKOUTS_OF = ["all", "ordered", "open"] as const;
export type CheckoutsOf = (typeof CHECKOUTS_OF)[number];

export function countOf(of: CheckoutsOf, { checkouts, ordered }: CheckoutCount): number {
  return { all: checkouts, ordered, open: checkouts - ordered }[of];
}

/** `codes`: the campaign's that were entered. `order`: null until it is told, or for good. */
export type CheckoutLine = {
  key: string;
  startedAt: string;
  codes: string[];
  isOrdered: boolean;
  order: { id: string; name: string } | null;
};

/** A page of the checkouts with a campaign's code that began in some days, newest first. */
export type CheckoutLines = {
  campaign: { id: string; name: string };
  of: CheckoutsOf;
  range: Range;
  count: number;
  checkouts: CheckoutLine[];
  next: string | null;
};
