import { MAPPING_RESULTS, type MappingResult } from "#app/domain/adoption/map-discount.ts";
import type { MappedFilter } from "#app/domain/adoption/summary.ts";
import { oneOf, textOf } from "#app/routing/search-params.ts";

export const RESULT_LABELS: Record<MappingResult, string> = {
  campaign: "Can be adopted",
  needs_convention: "Needs a convention",
  blocked: "Something is in the way",
  not_ours: "Left alone",
};

/** The order of the tabs. */
export const RESULT_TABS: readonly MappingResult[] = [
  "campaign",
  "needs_convention",
  "blocked",
  "not_ours",
];

/** Reads `?as=&q=`; what means nothing is as if it were not there. */
export function readMappedFilter(url: URL): MappedFilter {
  return { result: oneOf(url, "as", MAPPING_RESULTS, "campaign"), text: textOf(url, "q") };
}
