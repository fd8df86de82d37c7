/** How messy a store is to be. The same numbers give the same store, but for its ids and its today. */
export type MessyOptions = {
  readonly seed: number;
  readonly discounts: number;
  /** All together; at least one a discount that has any. */
  readonly codes: number;
};

export const MESSY: MessyOptions = { seed: 1, discounts: 60, codes: 2_000 };
export const MOST_DISCOUNTS = 5_000;
export const MOST_CODES = 1_000_000;
