import type pg from "pg";

import type { Season } from "#app/domain/policy/season.ts";
import { limitScope, UNLIMITED, type LimitScope } from "#app/domain/signal/limit-scope.ts";
import { limitedCampaigns } from "../flag/overshoot-facts.server.ts";

/**
 * A use of a campaign's code by an order, and the limit it counts against; where there is none per customer it is judged by
 * what else the campaign promises: `householdLimit`, and whether it is for new customers only (`isForNew`).
 */
export type LimitedUse = LimitScope & {
  householdLimit: number | null;
  isForNew: boolean;
  orderId: string;
  codeKey: string;
  campaignId: string;
  season: Season | null;
  groupName: string | null;
};

/** The uses of each of these orders that a limit counts, whether they were freed since or not, by the order's id. */
export async function limitedUses(
  client: pg.PoolClient,
  shopId: number,
  orderIds: readonly string[],
): Promise<Map<string, LimitedUse[]>> {
  const { rows } = await client.query<UseRow>(USES, [shopId, orderIds]);
  const { campaigns, seasons, groupNames } = await limitedCampaigns(client, shopId, rows);
  const found = new Map<string, LimitedUse[]>();
  for (const row of rows) {
    const {
      limits = [],
      householdLimit = null,
      isForNew = false,
    } = campaigns.get(row.campaignId) ?? {};
    const isJudged = householdLimit !== null || isForNew;
    const scope =
      limitScope(row, limits, seasons) ?? (isJudged ? limitScope(row, [UNLIMITED], seasons) : null);
    if (!scope) continue;
    const { window, counter } = scope.limit;
    const key = typeof window === "object" && window.kind === "season" ? window.season : null;
    const use: LimitedUse = {
      ...row,
      ...scope,
      ...{ householdLimit, isForNew },
      season: seasons.find((season) => season.key === key) ?? null,
      groupName: counter.startsWith("+")
        ? (groupNames.get(parseInt(counter.slice(1), 36)) ?? null)
        : null,
    };
    found.set(row.orderId, [...(found.get(row.orderId) ?? []), use]);
  }
  return found;
}

export function scopesOf(uses: readonly LimitedUse[] = []): string[] {
  return uses.map(({ scope }) => scope);
}

/** What an order's uses are, one for each that it was encoded with: of the first, and of the further ones. */
export type PairedUses = { use: LimitedUse | null; furtherUses: (LimitedUse | null)[] };

/** Those that were not encoded, since nothing limited them then, are left out until the order is scored anew. */
export function pairUses(
  { campaign, further }: { campaign: string | null; further: readonly { campaign: string }[] },
  uses: readonly LimitedUse[],
): PairedUses {
  const left = [...uses];
  const take = (scope: string | null) => {
    const at = left.findIndex((use) => use.scope === scope);
    return at < 0 ? null : left.splice(at, 1)[0]!;
  };
  const own = take(campaign);
  const furtherUses = further.map((each) => take(each.campaign));
  return { use: own ?? left[0] ?? null, furtherUses };
}

type UseRow = { orderId: string; codeKey: string; campaignId: string; day: string };

const USES = `
  SELECT l.order_id::text AS "orderId", l.code_key AS "codeKey", l.campaign_id AS "campaignId",
    to_char(min(l.effective_at) AT TIME ZONE (SELECT time_zone FROM shop WHERE id = $1), 'YYYY-MM-DD') AS day
  FROM ledger_entry l
  WHERE l.shop_id = $1 AND l.order_id = ANY ($2::bigint[]) AND l.campaign_id IS NOT NULL
  GROUP BY l.order_id, l.code_key, l.campaign_id HAVING sum(l.redemptions) > 0
  ORDER BY l.order_id, l.code_key COLLATE "C"`;
