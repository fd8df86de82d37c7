import type { CampaignStatus } from "#app/domain/campaign/status.ts";
import { CAMPAIGN_STATUSES } from "#app/domain/campaign/status.ts";

export const CAMPAIGN_TABS: readonly (CampaignStatus | "all")[] = ["all", ...CAMPAIGN_STATUSES];

export const CAMPAIGN_SORTS = ["newest", "name", "uses", "revenue", "ends"] as const;
export type CampaignSort = (typeof CAMPAIGN_SORTS)[number];

export type CampaignListQuery = {
  status: CampaignStatus | "all";
  text: string;
  sort: CampaignSort;
};

/** Polaris wants a direction with each order; each of ours makes sense one way round only. */
export const CAMPAIGN_SORT_OPTIONS = [
  { label: "Created", value: "newest desc", directionLabel: "Newest first" },
  { label: "Name", value: "name asc", directionLabel: "A to Z" },
  { label: "Uses", value: "uses desc", directionLabel: "Most used first" },
  { label: "Revenue", value: "revenue desc", directionLabel: "Highest first" },
  { label: "End", value: "ends asc", directionLabel: "Ending soonest first" },
] as const satisfies readonly {
  label: string;
  value: `${CampaignSort} ${"asc" | "desc"}`;
  directionLabel: string;
}[];
