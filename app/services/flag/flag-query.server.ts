import { describeOvershoot } from "#app/domain/flag/describe-overshoot.ts";
import type {
  FlagDecision,
  FlagState,
  FlagSummary,
  OvershootEvidence,
} from "#app/domain/flag/summary.ts";

/** A flag with the order and campaign it is about. */
export type FlagRow = {
  id: string;
  state: FlagState;
  orderId: string;
  orderName: string;
  placedAt: string;
  totalMinor: number;
  discountMinor: number;
  currency: string;
  code: string;
  campaignId: string | null;
  campaignName: string | null;
  personId: string | null;
  evidence: OvershootEvidence;
  decision: FlagDecision | null;
  reason: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  createdAt: string;
};

const instant = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const SELECT_FLAGS = `
  SELECT f.id, f.state, f.order_id::text AS "orderId", o.name AS "orderName", ${instant("o.placed_at")} AS "placedAt",
         o.total_minor::float8 AS "totalMinor", o.discount_minor::float8 AS "discountMinor", o.currency,
         COALESCE((SELECT c ->> 'code' FROM jsonb_array_elements(o.codes) c WHERE c ->> 'key' = f.code_key LIMIT 1), f.code_key) AS code,
         f.campaign_id AS "campaignId", c.name AS "campaignName", f.person_id::text AS "personId", f.evidence,
         f.decision, f.reason, f.decided_by AS "decidedBy", ${instant("f.decided_at")} AS "decidedAt",
         ${instant("f.created_at")} AS "createdAt"
  FROM flag f
  JOIN shop_order o ON o.shop_id = f.shop_id AND o.id = f.order_id
  LEFT JOIN campaign c ON c.shop_id = f.shop_id AND c.id = f.campaign_id`;

export function flagOf(row: FlagRow): FlagSummary {
  const { decision, reason, decidedBy, decidedAt } = row;
  return {
    id: row.id,
    kind: "overshoot",
    state: row.state,
    order: {
      id: row.orderId,
      name: row.orderName,
      placedAt: row.placedAt,
      totalMinor: row.totalMinor,
      discountMinor: row.discountMinor,
      currency: row.currency,
    },
    code: row.code,
    campaign: row.campaignId ? { id: row.campaignId, name: row.campaignName ?? "" } : null,
    title: describeOvershoot(row.evidence, row.campaignName),
    createdAt: row.createdAt,
    decision:
      decision && decidedAt
        ? { decision, reason: reason ?? "", by: decidedBy ?? "", at: decidedAt }
        : null,
  };
}
