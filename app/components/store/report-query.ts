import { FINDING_KINDS, type FindingKind } from "#app/domain/adoption/report/finding.ts";
import { oneOf } from "#app/routing/search-params.ts";

export const KIND_TABS = FINDING_KINDS;

export const KIND_LABELS: Record<FindingKind, string> = {
  orphan: "No campaign",
  zombie: "Forgotten",
  duplicate: "Twice",
  look_alike: "Look-alikes",
  lying_label: "Lying names",
  expiring_unused: "Ends unused",
};

export const KIND_TEXTS: Record<FindingKind, string> = {
  orphan: "Discounts whose codes belong to no campaign: no limit is held and no number counted.",
  zombie:
    "Ended in the last 90 days after being used, so that people may still hold codes; or running for 90 days without a use.",
  duplicate:
    "Discounts that say the same as another, or have the same code but for signs in between.",
  look_alike: "Public codes that shoppers could take for each other.",
  lying_label: "Names that say something else than their discount does.",
  expiring_unused: "Ends within 14 days, and less than half of it was used.",
};

export function readFindingKind(url: URL): FindingKind {
  return oneOf(url, "kind", FINDING_KINDS, "orphan");
}
