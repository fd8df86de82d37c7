import type pg from "pg";

import type { Season } from "#app/domain/policy/season.ts";
import { limitScope, type LimitScope } from "#app/domain/signal/limit-scope.ts";
import { limitedCampaigns } from "../flag/overshoot-facts.server.ts";

/** A use of a campaign's code by an order, and the limit it counts against. */
export type LimitedUse = LimitScope & {
  orderId: string;
  codeKey: string;
  campaignId: string;
  season: Season | null;
  groupName: string | null;
};

/** The first use of each of these orders that a limit counts, whether it was freed since or not, by the order's id. */
export async function limitedUses(
  client: pg.PoolClient,
  shopId: number,
  orderIds: readonly string[],
): Promise<Map<string, LimitedUse>> {
  const { rows } = await client.query<UseRow>(USES, [shopId, orderIds]);
  const { campaigns, seasons, groupNames } = await limitedCampaigns(client, shopId, rows);
  const found = new Map<string, LimitedUse>();
  for (const row of rows) {
    const scope = limitScope(row, campaigns.get(row.campaignId)?.limits ?? [], seasons);
    if (!scope || found.has(row.orderId)) continue;
    const { window, counter } = scope.limit;
    const key = typeof window === "object" && window.kind === "season" ? window.season : null;
    found.set(row.orderId, {
      ...row,
      ...scope,
      season: seasons.find((season) => season.key === key) ?? null,
      groupName: counter.startsWith("+")
        ? (groupNames.get(parseInt(counter.slice(1), 36)) ?? null)
        : null,
    });
  }
  return found;
}

type UseRow = { orderId: string; codeKey: string; campaignId: string; day: string };

const USES = `
  SELECT l.order_id::text AS "orderId", l.code_key AS "codeKey", l.campaign_id AS "campaignId",
    to_char(min(l.effective_at) AT TIME ZONE (SELECT time_zone FROM shop WHERE id = $1), 'YYYY-MM-DD') AS day
  FROM ledger_entry l
  WHERE l.shop_id = $1 AND l.order_id = ANY ($2::bigint[]) AND l.campaign_id IS NOT NULL
  GROUP BY l.order_id, l.code_key, l.campaign_id HAVING sum(l.redemptions) > 0
  ORDER BY l.order_id, l.code_key`;
