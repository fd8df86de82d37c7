import type { DiscountTerms } from "../../discount/terms.ts";
import type { Convention } from "../../naming/convention.ts";
import type { Dimensions } from "../../naming/dimensions.ts";
import type { MappingResult } from "../map-discount.ts";

export const FINDING_KINDS = [
  "orphan",
  "zombie",
  "duplicate",
  "look_alike",
  "lying_label",
  "expiring_unused",
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** A discount of the store, a campaign's or not, as far as a report asks. */
export type ReportedDiscount = {
  id: string;
  title: string;
  campaign: { id: string; name: string } | null;
  /** Null when it is a campaign's. */
  mapping: MappingResult | null;
  method: "code" | "automatic";
  terms: DiscountTerms | null;
  startsAt: Date;
  endsAt: Date | null;
  /** Codes it has, and how many of them were used at least once. */
  codes: number;
  usedCodes: number;
  /** As Shopify counts them. */
  uses: number;
  /** When a campaign's codes were last used, as far as orders came to Bonafide; null for others. */
  lastUsedAt: Date | null;
  /** When a code was last added to a campaign's, as far as Bonafide knows; null for others. */
  codesAddedAt: Date | null;
  /** Its codes, when they are few enough to have been thought of by a person; else none. */
  texts: readonly string[];
  /** What its name, or the campaign's, says. */
  named: { convention: Convention; dimensions: Dimensions } | null;
};

/** One thing that should be looked at. `reason` is a sentence. */
export type Finding = {
  kind: FindingKind;
  discount: { id: string; title: string };
  campaign: { id: string; name: string } | null;
  codes: number;
  reason: string;
};

export type FindingCounts = Record<FindingKind, number>;

export function finding(
  kind: FindingKind,
  { id, title, campaign, codes }: ReportedDiscount,
  reason: string,
): Finding {
  return { kind, discount: { id, title }, campaign, codes, reason };
}
