import type pg from "pg";

import type { Cohort } from "#app/domain/measure/repeat.ts";
import type { CampaignFigures, ShopFigures } from "#app/domain/replay/report.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import type { Stage } from "./stage.server.ts";

/** `unpricedOrders`: counted ones with no amount in the shop's currency. */
export type Figures = { shop: ShopFigures; campaigns: CampaignFigures[]; unpricedOrders: number };

/**
 * What the pipeline holds after a replay: redemptions, reversals and discounts by its rollups, which orders redeemed by
 * its ledger, the orders by their facts.
 */
export async function readFigures(deps: Deps, { shop, campaigns }: Stage): Promise<Figures> {
  const { pool } = deps.database;
  await pool.query(ORDERS, [shop.id]);
  await pool.query(USES, [shop.id]);
  await pool.query("ANALYZE replay_order, replay_use, replay_issued, rollup");
  const { unpricedOrders, ...all } = await readShop(pool, shop.currency);
  const { rows } = await pool.query<CampaignRow>(CAMPAIGNS, [shop.id, shop.currency]);
  const byId = new Map(rows.map(({ id, ...figures }) => [id, figures]));
  const cohorts = await pool.query<Cohort & { id: string }>(CAMPAIGN_COHORTS);
  return {
    unpricedOrders,
    shop: all,
    campaigns: campaigns.flatMap(({ id, key }) => {
      const figures = byId.get(id);
      const own = cohorts.rows.filter((each) => each.id === id);
      return figures ? [{ key, ...figures, cohorts: own }] : [];
    }),
  };
}

type ShopRow = Omit<ShopFigures, "cohorts"> & { unpricedOrders: number };
type CampaignRow = Omit<CampaignFigures, "cohorts" | "key"> & { id: string };

async function readShop(
  pool: pg.Pool,
  currency: string,
): Promise<ShopFigures & { unpricedOrders: number }> {
  const { rows } = await pool.query<ShopRow>(SHOP, [currency]);
  const { rows: cohorts } = await pool.query<Cohort>(SHOP_COHORTS);
  const [row] = rows;
  if (!row) throw new Error("The database did not count the orders.");
  return { ...row, cohorts };
}

/** An order's customer is whom its newest line names, if any does. Of an order known by its refund only, nothing is. */
const ORDERS = `
  INSERT INTO replay_order (id, placed_at, currency, total_minor, counts, customer)
  SELECT o.id, o.placed_at, o.currency, o.total_minor, NOT o.test AND o.cancelled_at IS NULL, c.customer
  FROM shop_order o LEFT JOIN (
    SELECT DISTINCT ON (order_id) order_id, customer FROM replay_message
    WHERE customer IS NOT NULL ORDER BY order_id, version DESC, line DESC
  ) c ON c.order_id = o.id
  WHERE o.shop_id = $1 AND o.version > to_timestamp(0)`;

const USES = `
  INSERT INTO replay_use (campaign_id, order_id)
  SELECT campaign_id, order_id FROM ledger_entry WHERE shop_id = $1 AND campaign_id IS NOT NULL
  GROUP BY campaign_id, order_id HAVING sum(redemptions) > 0`;

const SHOP = `
  SELECT count(*) FILTER (WHERE counts)::int AS orders,
    count(DISTINCT customer) FILTER (WHERE counts)::int AS customers,
    count(*) FILTER (WHERE counts AND currency = $1)::int AS "pricedOrders",
    count(*) FILTER (WHERE counts AND currency <> $1)::int AS "unpricedOrders",
    COALESCE(sum(total_minor) FILTER (WHERE counts AND currency = $1), 0)::float8 AS "revenueMinor"
  FROM replay_order`;

/** Each order that counts of somebody known, with the next of theirs; the stream ends with its last order of any kind. */
const ORDERED = `
  ordered AS (
    SELECT id, customer, placed_at,
      row_number() OVER (PARTITION BY customer ORDER BY placed_at, id) AS number,
      lead(placed_at) OVER (PARTITION BY customer ORDER BY placed_at, id) AS next_at
    FROM replay_order WHERE counts AND customer IS NOT NULL
  ), stream AS (SELECT max(placed_at) AS ended_at FROM replay_order)`;

/** In days of 24 hours; what two instants are apart is exact to the millisecond. */
const DAYS = `
  floor(extract(epoch FROM stream.ended_at - placed_at) / 86400)::int AS "ageDays",
  ceil(extract(epoch FROM next_at - placed_at) / 86400)::int AS "gapDays", count(*)::int AS customers`;

const SHOP_COHORTS = `
  WITH ${ORDERED}
  SELECT ${DAYS} FROM ordered, stream WHERE number = 1 GROUP BY 1, 2`;

/** From a customer's first order with the campaign's code to their next one, with a code or without. */
const CAMPAIGN_COHORTS = `
  WITH ${ORDERED}, first AS (
    SELECT DISTINCT ON (u.campaign_id, o.customer) u.campaign_id AS id, o.placed_at, o.next_at
    FROM replay_use u JOIN ordered o ON o.id = u.order_id
    ORDER BY u.campaign_id, o.customer, o.number
  )
  SELECT first.id, ${DAYS} FROM first, stream GROUP BY 1, 2, 3`;

const CAMPAIGNS = `
  SELECT c.id, COALESCE(r.redemptions, 0)::int AS redemptions, COALESCE(r.reversed, 0)::int AS reversed,
    COALESCE(r.discount, 0)::float8 AS "discountMinor", COALESCE(s.redeemers, 0)::int AS redeemers,
    COALESCE(s.orders, 0)::int AS "pricedOrders", COALESCE(s.revenue, 0)::float8 AS "revenueMinor",
    COALESCE(s.issued, 0)::int AS "issuedRedeemers",
    (SELECT count(*)::int FROM replay_issued i WHERE i.campaign_id = c.id) AS issued
  FROM campaign c
  LEFT JOIN (
    SELECT key, sum(redemptions) AS redemptions, sum(reversals) AS reversed,
      sum(discount_minor) FILTER (WHERE currency = $2) AS discount
    FROM rollup WHERE shop_id = $1 AND grain = 'campaign' GROUP BY key
  ) r ON r.key = c.id::text
  LEFT JOIN (
    SELECT u.campaign_id, count(DISTINCT o.customer) AS redeemers, count(DISTINCT i.customer) AS issued,
      count(*) FILTER (WHERE counts AND currency = $2) AS orders,
      sum(total_minor) FILTER (WHERE counts AND currency = $2) AS revenue
    FROM replay_use u JOIN replay_order o ON o.id = u.order_id
    LEFT JOIN replay_issued i ON i.campaign_id = u.campaign_id AND i.customer = o.customer
    GROUP BY u.campaign_id
  ) s ON s.campaign_id = c.id
  WHERE c.shop_id = $1`;
