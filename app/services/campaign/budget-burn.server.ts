import type { Burn } from "#app/domain/campaign/budget.ts";
import { queryIn, type AnyTransaction } from "#app/infra/db/database.server.ts";
import { refundedShare } from "../redemption/refunded-share-sql.ts";

type Asked = { shopId: number; id: string; currency: string };

/** What of a campaign's budget is gone. Only its orders with refunds are looked at one by one. */
export async function budgetBurn(
  db: AnyTransaction,
  { shopId, id, currency }: Asked,
): Promise<Burn> {
  const values = [shopId, id, currency];
  const [gross] = await queryIn<Burn>(db, GROSS, values);
  const [returned] = await queryIn<{ minor: number }>(db, RETURNED, values);
  return {
    spentMinor: (gross?.spentMinor ?? 0) - (returned?.minor ?? 0),
    uses: gross?.uses ?? 0,
  };
}

const GROSS = `
  SELECT COALESCE(sum(discount_minor), 0)::float8 AS "spentMinor",
    COALESCE(sum(redemptions - reversals), 0)::int AS uses
  FROM rollup WHERE shop_id = $1::int AND grain = 'campaign' AND key = $2::uuid::text AND currency = $3`;

/** A cancelled order has no discount left to share. */
const RETURNED = `
  SELECT COALESCE(sum(round(d.discount * ${refundedShare("g.refunded")})), 0)::float8 AS minor
  FROM (
    SELECT order_id, sum(refund_minor)::numeric AS refunded FROM ledger_entry
    WHERE shop_id = $1::int AND campaign_id = $2::uuid AND refund_minor <> 0 GROUP BY order_id
  ) g
  JOIN shop_order o ON o.shop_id = $1::int AND o.id = g.order_id
  CROSS JOIN LATERAL (
    SELECT sum(l.discount_minor)::numeric AS discount FROM ledger_entry l
    WHERE l.shop_id = $1::int AND l.order_id = g.order_id AND l.campaign_id = $2::uuid AND l.currency = $3
  ) d`;
