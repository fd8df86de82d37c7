import { campaignStatus, type CampaignStatus } from "#app/domain/campaign/status.ts";
import { CODE_STATE_LABELS, STATES_IN_SHOPIFY, type CodeState } from "#app/domain/code/summary.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { wantedOf } from "../campaign/campaign-row.server.ts";

const STATUS_WORDS: Record<Exclude<CampaignStatus, "active">, string> = {
  scheduled: "The campaign has not begun yet: Shopify takes its codes from its start on.",
  paused: "The campaign is paused: Shopify takes none of its codes until it is resumed.",
  used_up:
    "The campaign’s cap is reached: Shopify takes no more of its codes until the cap is raised.",
  expired: "The campaign is over: Shopify takes its codes again only when it is extended.",
  ended: "Staff have ended the campaign: its codes are gone from Shopify.",
};

/**
 * Why Shopify would not take a code, whoever types it: the campaign's life, and where the code itself is. Of the past
 * only the campaign's dates are known. Without a code, of the campaign alone.
 */
export async function shopifySide(
  deps: Deps,
  campaign: Campaign,
  { key, at }: { key: string | null; at: Date | null },
): Promise<string[]> {
  if (at) {
    const then = { ...campaign, wanted: "on" as const, totalCap: null };
    const status = campaignStatus(then, 0, at);
    return status === "active" ? [] : [STATUS_WORDS[status]];
  }
  const { rows } = await deps.database.pool.query<{ uses: number }>(USES, [
    campaign.shopId,
    campaign.id,
  ]);
  const status = campaignStatus(
    { ...campaign, wanted: wantedOf(campaign) },
    rows[0]?.uses ?? 0,
    deps.now(),
  );
  const state = key === null ? null : await stateOf(deps, campaign, key);
  return [
    ...(status === "active" ? [] : [STATUS_WORDS[status]]),
    ...(state && !STATES_IN_SHOPIFY.includes(state)
      ? [`The code is not in Shopify: ${CODE_STATE_LABELS[state].toLowerCase()}.`]
      : []),
    ...(campaign.customerIds.length > 0
      ? ["Shopify takes its codes only from the customers the campaign names."]
      : []),
  ];
}

async function stateOf(
  deps: Deps,
  { shopId, id: campaignId }: Campaign,
  codeKey: string,
): Promise<CodeState | null> {
  const row = await deps.database.prisma.code.findFirst({
    where: { shopId, codeKey, campaignId },
    orderBy: { id: "desc" },
    select: { state: true },
  });
  return row ? (row.state as CodeState) : null;
}

const USES = `
  SELECT COALESCE(sum(redemptions - reversals), 0)::int AS uses FROM rollup
  WHERE shop_id = $1 AND grain = 'campaign' AND key = $2::text`;
