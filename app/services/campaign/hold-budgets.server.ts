import { systemActor } from "#app/domain/access/actor.ts";
import { reachedCap, type CapKind, type Caps } from "#app/domain/campaign/budget.ts";
import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { budgetBurn } from "./budget-burn.server.ts";

/**
 * Pauses those of these campaigns that have reached a cap, in the transaction that made them reach it. What a shopper
 * completes until Shopify has been told goes beyond the cap: see docs/decisions/0020-budgets.md.
 * @returns those it paused; the caller has them synced.
 */
export async function holdBudgets(
  tx: AnyTransaction,
  shopId: number,
  campaignIds: readonly string[],
  now: Date,
): Promise<string[]> {
  if (campaignIds.length === 0) return [];
  const capped = await queryIn<Capped>(tx, CAPPED, [shopId, campaignIds]);
  const paused: string[] = [];
  for (const { id, name, currency, ...caps } of capped) {
    const burn = await budgetBurn(tx, { shopId, id, currency });
    const reached = reachedCap(caps, burn);
    if (!reached) continue;
    await queryIn(tx, PAUSE, [shopId, id, reached, now]);
    const actor = systemActor(shopId, "budget");
    const subject = { kind: "campaign", id, name } as const;
    await recordAudit(tx, actor, now, "campaign.cap_reached", subject, {
      before: { wanted: "on" },
      after: { wanted: "paused", ...told(reached, caps, burn) },
    });
    paused.push(id);
  }
  return paused;
}

type Capped = Caps & { id: string; name: string; currency: string };

function told(
  reached: CapKind,
  { spendCapMinor, totalCap }: Caps,
  { spentMinor, uses }: { spentMinor: number; uses: number },
) {
  return reached === "spend" ? { spendCapMinor, spentMinor } : { totalCap, uses };
}

/** The uses of one public code are Shopify's own to cap. */
const CAPPED = `
  SELECT id::text, name, currency, spend_cap_minor::float8 AS "spendCapMinor",
    CASE WHEN code_kind = 'public' THEN NULL ELSE total_cap END AS "totalCap"
  FROM campaign
  WHERE shop_id = $1::int AND id = ANY ($2::uuid[]) AND wanted = 'on'
    AND (spend_cap_minor IS NOT NULL OR (total_cap IS NOT NULL AND code_kind <> 'public'))
  ORDER BY id FOR UPDATE`;

const PAUSE = `
  UPDATE campaign SET wanted = 'paused', cap_reached = $3, revision = revision + 1, sync_state = 'waiting',
    sync_error = NULL, sync_asked_by = 'budget', updated_at = $4::timestamptz
  WHERE shop_id = $1::int AND id = $2::uuid`;
