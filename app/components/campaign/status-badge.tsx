import { Badge } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import type { CampaignStatus, SyncState } from "#app/domain/campaign/status.ts";
import { STATUS_LABELS } from "#app/domain/campaign/status.ts";

type Look = Pick<BadgeProps, "tone" | "progress">;

const STATUS_LOOKS: Record<CampaignStatus, Look> = {
  active: { tone: "success" },
  scheduled: { tone: "attention", progress: "incomplete" },
  paused: { tone: "warning", progress: "partiallyComplete" },
  used_up: { tone: "info", progress: "complete" },
  expired: {},
  ended: {},
};

export function StatusBadge({ status }: { status: CampaignStatus }) {
  return <Badge {...STATUS_LOOKS[status]}>{STATUS_LABELS[status]}</Badge>;
}

const SYNC_LABELS: Record<SyncState, string> = {
  waiting: "Waiting for Shopify",
  syncing: "Being sent to Shopify",
  synced: "In Shopify",
  failed: "Not in Shopify",
};

const SYNC_LOOKS: Record<SyncState, Look> = {
  waiting: { tone: "attention", progress: "incomplete" },
  syncing: { tone: "attention", progress: "partiallyComplete" },
  synced: {},
  failed: { tone: "critical" },
};

/** What merchants see of the way to Shopify; `state` "synced" needs no badge where space is short. */
export function SyncBadge({ state }: { state: SyncState }) {
  return <Badge {...SYNC_LOOKS[state]}>{SYNC_LABELS[state]}</Badge>;
}
