import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import { ACTION_KINDS, type ActionKind } from "#app/domain/schedule/action.ts";

type Facts = Pick<
  CampaignDetail,
  "wanted" | "codes" | "startsAt" | "endsAt" | "totalCap" | "usesPerCode" | "publicCode"
>;

/**
 * What can ever be done to such a campaign. Whether it can be done at the time chosen is judged there: a campaign that
 * runs now may be paused by then. `now` is ISO 8601 in UTC.
 */
export function kindsFor(campaign: Facts, now: string): ActionKind[] {
  if (campaign.wanted === "ended") return [];
  const { kind } = campaign.codes;
  const hasCap = kind === "public" ? campaign.totalCap !== null : campaign.usesPerCode !== null;
  const cannot: Partial<Record<ActionKind, boolean>> = {
    start: campaign.startsAt <= now,
    extend: campaign.endsAt === null,
    raise_cap: !hasCap,
    rotate: campaign.publicCode === null,
  };
  return ACTION_KINDS.filter((kind) => !cannot[kind]);
}
