import { STATES_IN_SHOPIFY } from "#app/domain/code/summary.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** A code that is on one side only: in Shopify, or here. */
export type DifferentCode = { code: string; isThere: boolean };

/** What the codes last read of a discount and the campaign's own there do not have in common: one join over all of both. */
export async function differentCodes(
  deps: Pick<Deps, "database">,
  { shopId, campaignId, discountId }: { shopId: number; campaignId: string; discountId: string },
): Promise<DifferentCode[]> {
  const { rows } = await deps.database.pool.query<DifferentCode>(DIFFERENT, [
    shopId,
    discountId,
    campaignId,
    STATES_IN_SHOPIFY,
  ]);
  return rows;
}

const DIFFERENT = `
  SELECT COALESCE(r.code, k.code) AS code, r.id IS NOT NULL AS "isThere"
  FROM (SELECT code, code_key FROM code WHERE shop_id = $1 AND campaign_id = $3 AND state = ANY ($4)) k
  FULL JOIN (SELECT id, code, code_key FROM redeem_code WHERE shop_id = $1 AND discount_id = $2) r ON r.code_key = k.code_key
  WHERE r.id IS NULL OR k.code IS NULL`;
