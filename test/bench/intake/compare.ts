import type pg from "pg";

import type { LoadResult } from "./load.ts";

export type Compared = { lost: number; doubled: number };

/**
 * What the app holds against what was sent: orders, uses, the money of the rollups, and a standing to be written for
 * everyone whose use counts. Too little of anything is lost, too much is doubled.
 */
export async function compare(client: pg.Client, sent: LoadResult): Promise<Compared> {
  const { rows } = await client.query<Held>(HELD);
  const held = rows[0];
  if (!held) throw new Error("The database says nothing.");
  const differences = [
    held.orders - sent.orders,
    held.uses - sent.uses,
    held.redemptions - sent.redemptions,
    Math.sign(held.revenue - sent.revenue),
    Math.sign(held.refunds - sent.refunds),
    -held.unmarked,
  ];
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  return {
    lost: held.dead + sum(differences.map((each) => Math.max(0, -each))),
    doubled: held.doubled + sum(differences.map((each) => Math.max(0, each))),
  };
}

type Held = Record<
  "orders" | "uses" | "redemptions" | "revenue" | "refunds" | "unmarked" | "doubled" | "dead",
  number
>;

const HELD = `
  SELECT (SELECT count(*)::int FROM shop_order) AS orders,
    (SELECT COALESCE(sum(uses), 0)::int FROM ledger_entry WHERE campaign_id IS NOT NULL) AS uses,
    (SELECT COALESCE(sum(redemptions), 0)::int FROM rollup WHERE grain = 'campaign') AS redemptions,
    (SELECT COALESCE(sum(revenue_minor), 0)::float8 FROM rollup WHERE grain = 'shop' AND key = 'orders') AS revenue,
    (SELECT COALESCE(sum(refund_minor), 0)::float8 FROM rollup WHERE grain = 'shop' AND key = 'orders') AS refunds,
    (SELECT count(DISTINCT (o.shop_id, o.customer_id))::int
     FROM ledger_entry l JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id
       LEFT JOIN standing s ON s.shop_id = o.shop_id AND s.customer_id = o.customer_id
     WHERE l.campaign_id IS NOT NULL AND s.dirty_since IS NULL) AS unmarked,
    (SELECT count(*)::int FROM (SELECT FROM ledger_entry WHERE campaign_id IS NOT NULL
      GROUP BY shop_id, order_id, code_key HAVING sum(uses) > 1) d) AS doubled,
    (SELECT count(*)::int FROM inbox_message WHERE state = 'dead') AS dead`;
