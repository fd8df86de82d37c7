import type { RuleScope } from "./policy.ts";

/** Where a customer feels a step: at one campaign's codes, at those of a group, or (both null) at all. */
export type Place = { campaignId: string | null; group: number | null };

/**
 * The places of a step, for flags about these campaigns, which are in these groups. Where they are in no group, the group
 * is the campaign alone.
 */
export function placesOf(
  scope: RuleScope,
  campaigns: readonly string[],
  groups: readonly number[],
): Place[] {
  if (scope === "everything") return [{ campaignId: null, group: null }];
  if (scope === "group" && groups.length > 0)
    return groups.map((group) => ({ campaignId: null, group }));
  return campaigns.map((campaignId) => ({ campaignId, group: null }));
}
