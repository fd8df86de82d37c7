import { lintName } from "../../naming/lint/lint-name.ts";
import type { LintRule, Severity } from "../../naming/lint/rule.ts";
import type { Zone } from "../../shared/zone.ts";
import { adoptedTerms } from "../campaign-terms.ts";
import { finding, type Finding, type FindingKind, type ReportedDiscount } from "./finding.ts";
import { findDuplicates, findLookAlikes, inOrder } from "./find-same.ts";
import { findExpiring, findOrphans, findZombies } from "./find-stale.ts";

/** What findings depend on besides the discounts. */
export type ReportContext = {
  now: Date;
  currency: string;
  timeZone: Pick<Zone, "dayOf">;
  severities: Partial<Record<LintRule, Severity>>;
};

/** Everything of a kind that should be looked at, in the order the discounts were made. */
export function findFindings(
  kind: FindingKind,
  discounts: readonly ReportedDiscount[],
  context: ReportContext,
): Finding[] {
  const ordered = inOrder(discounts);
  switch (kind) {
    case "orphan":
      return findOrphans(ordered);
    case "zombie":
      return findZombies(ordered, context.now);
    case "duplicate":
      return findDuplicates(ordered);
    case "look_alike":
      return findLookAlikes(ordered);
    case "lying_label":
      return findLyingLabels(ordered, context);
    case "expiring_unused":
      return findExpiring(ordered, context.now);
  }
}

/** Names that say something else than their discount does, as much as the shop minds. Regions are not looked at. */
function findLyingLabels(
  discounts: readonly ReportedDiscount[],
  { currency, timeZone, severities }: ReportContext,
): Finding[] {
  return discounts.flatMap((each) => {
    const terms = each.terms && adoptedTerms(each.terms, "public", currency);
    if (!each.named || !terms) return [];
    const { convention, dimensions } = each.named;
    const named = {
      ...{ offer: terms.offer, startsAt: each.startsAt, endsAt: each.endsAt },
      ...{ timeZone, currency, segmentQuery: null },
    };
    const lints = lintName(convention, dimensions, named, { ...severities, region: "off" });
    const reason = lints.map(({ message }) => message).join(" ");
    return lints.length === 0 ? [] : [finding("lying_label", each, reason)];
  });
}
