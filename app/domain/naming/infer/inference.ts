import type { Field } from "../field.ts";

/**
 * A convention the shop already follows without having written it down. `name` is for people;
 * `fields` are those it needs beyond the given ones, or in their place: the same id means the same
 * field in every proposal. `explains` counts distinct codes, `share` is their part of all distinct
 * codes (0 to 1). No code is explained by two proposals.
 */
export type Proposal = {
  pattern: string;
  name: string;
  fields: Field[];
  explains: number;
  share: number;
  examples: string[];
  dimensions: DimensionCount[];
};

/** The most frequent values of a field, most frequent first. */
type DimensionCount = {
  field: string;
  label: string;
  values: { value: string; count: number }[];
};

/** What a shop's codes tell. `leftovers` follow no convention; their sample is cut to readable length. */
export type Inference = {
  /** Codes given. */
  total: number;
  /** Codes as Shopify compares them: case and white space around them do not count. */
  distinct: number;
  proposals: Proposal[];
  leftovers: { count: number; sample: string[] };
};
