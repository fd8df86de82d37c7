/** What one value of a dimension brought in a range of days. Money is minor units of the shop's currency. */
export type DimensionRow = {
  /** Null: names that have no such part. */
  value: string | null;
  label: string;
  /** Campaigns and codes that carry the value now, used or not. */
  campaigns: number;
  codes: number;
  redemptions: number;
  reversals: number;
  /** Redemptions less the ones freed again. */
  uses: number;
  revenueMinor: number;
  discountMinor: number;
  refundMinor: number;
};

export const INSIGHT_RANGES = [7, 30, 90, 365] as const;
export type InsightRange = (typeof INSIGHT_RANGES)[number];

/** A shop's numbers by one part of its names; `field` is null while no name has parts. */
export type ByDimension = {
  field: string | null;
  fields: { id: string; label: string }[];
  /** First and last shop-local day, both included. */
  range: { from: string; to: string; days: InsightRange };
  /** Most used first; names without the part come last. */
  rows: DimensionRow[];
};
