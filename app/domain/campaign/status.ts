/** What the merchant wants of a campaign; dates decide the rest. */
export type Wanted = "on" | "paused" | "ended";

/** How a campaign's wish and Shopify's state stand to each other. */
export type SyncState = "waiting" | "syncing" | "synced" | "failed";

export type CampaignStatus = "scheduled" | "active" | "paused" | "used_up" | "expired" | "ended";

export const CAMPAIGN_STATUSES: readonly CampaignStatus[] = [
  "active",
  "scheduled",
  "paused",
  "used_up",
  "expired",
  "ended",
];

export const STATUS_LABELS: Record<CampaignStatus, string> = {
  active: "Active",
  scheduled: "Scheduled",
  paused: "Paused",
  used_up: "Used up",
  expired: "Expired",
  ended: "Ended",
};

/** Where a campaign is in its life at `now`. The merchant's wish goes before dates, dates before the cap. */
export function campaignStatus(
  campaign: { wanted: Wanted; startsAt: Date; endsAt: Date | null; totalCap: number | null },
  uses: number,
  now: Date,
): CampaignStatus {
  if (campaign.wanted === "ended") return "ended";
  if (campaign.endsAt && campaign.endsAt <= now) return "expired";
  if (campaign.wanted === "paused") return "paused";
  if (campaign.startsAt > now) return "scheduled";
  if (campaign.totalCap !== null && uses >= campaign.totalCap) return "used_up";
  return "active";
}
