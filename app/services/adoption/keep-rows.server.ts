import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import type { DiscountRow, RedeemCodeRow } from "./store-rows.server.ts";

/**
 * Keeps discounts as they were read, by a reading that began at `readAt`. Those of campaigns are left alone: what of
 * them was changed is their sync's to find, which compares with what is kept.
 */
export async function keepDiscounts(
  tx: AnyTransaction,
  shopId: number,
  rows: readonly DiscountRow[],
  readAt: Date,
): Promise<void> {
  if (rows.length > 0) await queryIn(tx, DISCOUNTS, [shopId, JSON.stringify(rows), readAt]);
}

export async function keepCodes(
  tx: AnyTransaction,
  shopId: number,
  rows: readonly RedeemCodeRow[],
  readAt: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await queryIn(tx, CODES, [
    shopId,
    rows.map(({ id }) => id),
    rows.map(({ discountId }) => discountId),
    rows.map(({ code }) => code),
    rows.map(({ key }) => key),
    rows.map(({ uses }) => uses),
    readAt,
  ]);
}

/** One of a campaign whose row was lost is known by the campaign. */
const DISCOUNTS = `
  INSERT INTO discount AS d (shop_id, id, method, kind, title, status, starts_at, ends_at, terms, tags, codes, uses,
    subscription_only, campaign_id, created_at, updated_at, read_at)
  SELECT $1::int, t.id, t.method, t.kind, t.title, t.status, t."startsAt", t."endsAt", NULLIF(t.terms, 'null'::jsonb),
    COALESCE(t.tags, '{}'), t.codes, t.uses, t."subscriptionOnly", c.id, t."createdAt", t."updatedAt", $3::timestamptz
  FROM json_to_recordset($2::text::json) AS t (id bigint, method text, kind text, title text, status text,
    "startsAt" timestamptz, "endsAt" timestamptz, terms jsonb, tags text[], codes int, uses int,
    "subscriptionOnly" boolean, "createdAt" timestamptz, "updatedAt" timestamptz)
  LEFT JOIN campaign c ON c.shop_id = $1::int AND c.discount_id = 'gid://shopify/DiscountCodeNode/' || t.id
  ON CONFLICT (shop_id, id) DO UPDATE SET method = EXCLUDED.method, kind = EXCLUDED.kind, title = EXCLUDED.title,
    status = EXCLUDED.status, starts_at = EXCLUDED.starts_at, ends_at = EXCLUDED.ends_at, terms = EXCLUDED.terms,
    tags = EXCLUDED.tags, codes = EXCLUDED.codes, uses = EXCLUDED.uses, updated_at = EXCLUDED.updated_at,
    subscription_only = EXCLUDED.subscription_only, read_at = EXCLUDED.read_at, deleted_at = NULL
  WHERE d.campaign_id IS NULL`;

const CODES = `
  INSERT INTO redeem_code (shop_id, id, discount_id, code, code_key, uses, read_at)
  SELECT $1::int, t.id, t.discount_id, t.code, t.code_key, t.uses, $7::timestamptz
  FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::int[])
    AS t (id, discount_id, code, code_key, uses)
  ON CONFLICT (shop_id, id) DO UPDATE SET code = EXCLUDED.code, code_key = EXCLUDED.code_key,
    discount_id = EXCLUDED.discount_id, uses = EXCLUDED.uses, read_at = EXCLUDED.read_at`;
