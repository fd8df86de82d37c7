import type { CampaignSummary } from "#app/domain/campaign/summary.ts";
import { campaignStatus } from "#app/domain/campaign/status.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import { codeKindOf, syncStateOf, wantedOf } from "./campaign-row.server.ts";
import { offerOf } from "./offer-columns.server.ts";

/** A campaign's own columns with its numbers from the rollups; money as float8 because minor units are whole. */
export type CampaignNumbers = {
  uses: number;
  redemptions: number;
  reversals: number;
  revenueMinor: number;
  discountMinor: number;
  refundMinor: number;
  openFlags: number;
};

/** To be put in a FROM clause after `campaign c`: one row of numbers for each campaign. */
export const NUMBERS = `
  LEFT JOIN LATERAL (
    SELECT COALESCE(sum(r.redemptions), 0)::int AS redemptions, COALESCE(sum(r.reversals), 0)::int AS reversals,
           COALESCE(sum(r.redemptions - r.reversals), 0)::int AS uses,
           COALESCE(sum(r.revenue_minor), 0)::float8 AS "revenueMinor",
           COALESCE(sum(r.discount_minor), 0)::float8 AS "discountMinor",
           COALESCE(sum(r.refund_minor), 0)::float8 AS "refundMinor"
    FROM rollup r WHERE r.shop_id = c.shop_id AND r.grain = 'total' AND r.key = c.id::text AND r.currency = c.currency
  ) n ON true
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS "openFlags" FROM flag f
    WHERE f.shop_id = c.shop_id AND f.campaign_id = c.id AND f.state = 'open'
  ) f ON true`;

export const NUMBER_COLUMNS = `n.*, f."openFlags"`;

/** The same condition as `campaignStatus`, for filtering where the rows are. $now is given by its parameter's number. */
export function statusSql(now: string): string {
  return `CASE
    WHEN c.wanted = 'ended' THEN 'ended'
    WHEN c.ends_at <= ${now} THEN 'expired'
    WHEN c.wanted = 'paused' THEN 'paused'
    WHEN c.starts_at > ${now} THEN 'scheduled'
    WHEN c.total_cap IS NOT NULL AND n.uses >= c.total_cap THEN 'used_up'
    ELSE 'active' END`;
}

export function summaryOf(row: Campaign, numbers: CampaignNumbers, now: Date): CampaignSummary {
  return {
    id: row.id,
    name: row.name,
    offer: offerOf(row),
    currency: row.currency,
    status: campaignStatus({ ...row, wanted: wantedOf(row) }, numbers.uses, now),
    sync: {
      state: syncStateOf(row),
      error: row.syncError,
      syncedAt: row.syncedAt?.toISOString() ?? null,
    },
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt?.toISOString() ?? null,
    codes: { kind: codeKindOf(row), count: row.codeCount },
    uses: numbers.uses,
    totalCap: row.totalCap,
    revenueMinor: numbers.revenueMinor,
    discountMinor: numbers.discountMinor,
    openFlags: numbers.openFlags,
  };
}
