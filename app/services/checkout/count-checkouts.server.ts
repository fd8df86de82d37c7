import type { CheckoutCount } from "#app/domain/checkout/checkout-list.ts";
import type { Range } from "#app/domain/insight/range.ts";
import type { Deps } from "#app/infra/deps.server.ts";

/** How many checkouts of each range of days had a code of a campaign, and how many of them were ordered by now. */
export async function countCheckouts(
  deps: Deps,
  shopId: number,
  campaignId: string,
  ranges: readonly Range[],
): Promise<CheckoutCount[]> {
  const days = ranges.map(({ from, to }) => ({ from, to }));
  const values = [shopId, campaignId, JSON.stringify(days)];
  return (await deps.database.pool.query<CheckoutCount>(COUNT, values)).rows;
}

const COUNT = `
  SELECT COALESCE(sum(d.checkouts), 0)::int AS checkouts, COALESCE(sum(d.ordered), 0)::int AS ordered
  FROM ROWS FROM (json_to_recordset($3::json) AS ("from" date, "to" date)) WITH ORDINALITY AS r (first, last, place)
  LEFT JOIN checkout_day d ON d.shop_id = $1 AND d.campaign_id = $2 AND d.day BETWEEN r.first AND r.last
  GROUP BY r.place ORDER BY r.place`;
