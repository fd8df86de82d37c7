import type { Difference } from "./merge.ts";
import type { TermsField } from "./terms.ts";

/**
 * What may come apart between a campaign and its discount: what it says, that it is there, and its codes. Returned ones
 * are paused here and were added again there.
 */
export const DRIFT_KINDS = [
  "terms",
  "deleted",
  "codes_added",
  "codes_removed",
  "codes_returned",
] as const;
export type DriftKind = (typeof DRIFT_KINDS)[number];

/** What a person makes of it: Shopify's side stays as it is, or ours comes back. */
export type DriftChoice = "keep" | "restore";
export const DRIFT_CHOICES: readonly DriftChoice[] = ["keep", "restore"];
export type DriftChoices = Partial<Record<TermsField, DriftChoice>>;

/**
 * open: a person decides. adopted: ours was made Shopify's, by itself or by a person. restored: ours came back. mixed:
 * some of each. settled: both sides came to say the same before anybody decided.
 */
export type DriftState = "open" | "adopted" | "restored" | "mixed" | "settled";

/** One time both sides came apart. Instants are ISO 8601 in UTC. */
export type DriftSummary = {
  id: string;
  kind: DriftKind;
  campaign: { id: string; name: string; currency: string };
  /** What differs, for kind `terms`. */
  fields: Difference[];
  /** How many codes, for the kinds about codes. */
  count: number | null;
  isConflict: boolean;
  state: DriftState;
  foundAt: string;
  /** webhook, sweep or sync. */
  foundBy: string;
  decidedAt: string | null;
  /** Null while nobody decided, also of what was adopted by itself. */
  decidedBy: string | null;
  /** Whoever decides says what they saw: it may have changed since. */
  seen: string;
};
