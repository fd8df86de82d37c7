import { queryIn, type Db } from "#app/infra/db/database.server.ts";
import type { Campaign } from "#app/infra/db/generated/client.ts";

/**
 * By how much the cap in Shopify differs from the campaign's own: more by the uses that were freed again, which Shopify
 * never gives back; less by those of codes that were replaced, or before a code was put back, because Shopify counts each
 * code anew.
 */
export async function freedUses(
  db: Db,
  { shopId, id, codeKind }: Pick<Campaign, "shopId" | "id" | "codeKind">,
): Promise<number> {
  const [freed] = await queryIn<{ uses: number }>(db, FREED, [shopId, id]);
  const [former] =
    codeKind === "public" ? await queryIn<{ uses: number }>(db, FORMER, [shopId, id]) : [];
  return (freed?.uses ?? 0) - (former?.uses ?? 0);
}

const FREED = `
  SELECT COALESCE(sum(reversals), 0)::int AS uses FROM rollup
  WHERE shop_id = $1::int AND grain = 'campaign' AND key = $2::uuid::text`;

/** A public campaign has few codes: its present one and those before it. One whose successor was refused is present. */
const FORMER = `
  SELECT COALESCE(sum(CASE
    WHEN k.state = 'retired' THEN r.redemptions
    WHEN k.state = 'retiring' AND NOT EXISTS (
      SELECT 1 FROM code n WHERE n.shop_id = k.shop_id AND n.id = k.replaced_by_id AND n.state = 'failed') THEN r.redemptions
    ELSE k.forgotten_uses END), 0)::int AS uses
  FROM code k LEFT JOIN LATERAL (
    SELECT sum(redemptions) AS redemptions FROM rollup
    WHERE shop_id = k.shop_id AND grain = 'code' AND key = k.id::text
  ) r ON true
  WHERE k.shop_id = $1::int AND k.campaign_id = $2::uuid`;
