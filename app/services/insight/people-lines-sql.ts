import type { PeopleOf } from "#app/domain/insight/people-line.ts";
import { instantSql } from "#app/infra/db/instant-sql.ts";
import { laterDay } from "../redemption/people-sql.ts";

/*
 * The people behind the rollups of people, order by order; what counts is what `talliesOf` counts. Each walks an index from
 * the newest on, however long ago the oldest was. $1 shop, $2 and $3 instants, $4 and $5 the cursor, $6 how many, then
 * the campaign.
 */

type Key = "all orders" | "coded orders" | "campaign";

/** The order a line is of, and by which index it is found, `at` and `id` being what that is sorted by. */
type Walk = { from: string; at: string; id: string };

const COUNTS = (order: string) =>
  `NOT ${order}.test AND ${order}.cancelled_at IS NULL AND ${order}.version > to_timestamp(0)`;

/** Whether a code took something off an order, of any campaign or of one. */
const keyed = (order: string, key: Key): string => {
  if (key === "all orders") return "true";
  const campaign = key === "campaign" ? "l.campaign_id = $7::uuid" : "l.campaign_id IS NOT NULL";
  return `EXISTS (SELECT FROM ledger_entry l WHERE l.shop_id = $1 AND l.order_id = ${order}.id AND ${campaign}
    GROUP BY l.campaign_id HAVING sum(l.redemptions) > 0)`;
};

const millis = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::bigint`;
const placed = (order: string) =>
  `jsonb_build_object('id', ${order}.id::text, 'name', ${order}.name, 'at', ${instantSql(`${order}.placed_at`)})`;

const older = (at: string, id: string) => `${at} >= $2 AND ${at} < $3
    AND (${at}, ${id}) < (to_timestamp($4::bigint / 1000.0)::timestamptz(3), $5::bigint)`;

/** All accounts of whoever an account is of. */
const same = (person: string) => `(
    SELECT q.id FROM person p JOIN person q ON q.shop_id = $1
      AND (q.id = COALESCE(p.root_id, p.id) OR q.root_id = COALESCE(p.root_id, p.id))
    WHERE p.shop_id = $1 AND p.id = ${person})`;

/** The same person's orders before or after another, of a key. */
const other = (sign: "<" | ">", key: Key) => `shop_order e
    WHERE e.shop_id = $1 AND e.person_id IN ${same("o.person_id")} AND ${COUNTS("e")}
      AND (e.placed_at, e.id) ${sign} (o.placed_at, o.id) AND ${keyed("e", key)}`;

/**
 * Asked row by row, as the walk comes to it: never of all rows at once, as the planner may read NOT EXISTS. It takes this for
 * half of the rows, so that walking seems worth it.
 */
const none = (rows: string) => `COALESCE((SELECT false FROM ${rows} LIMIT 1), true)`;

const ORDERS: Walk = { from: "shop_order o", at: "o.placed_at", id: "o.id" };

/** An order's first entry of those that redeem a code of the campaign: two codes of it are one order. */
const USES: Walk = {
  from: `ledger_entry u JOIN shop_order o ON u.shop_id = $1 AND u.campaign_id = $7::uuid AND u.redemptions > 0
      AND o.shop_id = u.shop_id AND o.id = u.order_id AND o.placed_at = u.effective_at
      AND ${none(`ledger_entry v WHERE v.shop_id = $1 AND v.order_id = u.order_id
        AND v.campaign_id = u.campaign_id AND v.effective_at = u.effective_at AND v.redemptions > 0 AND v.id < u.id`)}`,
  ...{ at: "u.effective_at", id: "u.order_id" },
};

/** People by their first order, as the last fold has it. */
const firstOrders = (which: "first" | "coded"): Walk => ({
  from: `person_tally t JOIN shop_order o ON t.shop_id = $1 AND o.shop_id = $1 AND o.id = t.${which}_id`,
  ...{ at: `t.${which}_at`, id: `t.${which}_id` },
});

/** With what the last fold has of whoever an order is of, looked up order by order: never by reading everybody. */
const ofPeople = ({ from, ...by }: Walk): Walk => ({
  from: `${from} CROSS JOIN LATERAL (
      SELECT t.first_id FROM person p
      JOIN person_tally t ON t.shop_id = $1 AND t.person_id = COALESCE(p.root_id, p.id)
      WHERE p.shop_id = $1 AND p.id = o.person_id OFFSET 0
    ) t`,
  ...by,
});

function walkOf(of: Exclude<PeopleOf, "issued">, key: Key): { walk: Walk; where: string } {
  const all = key === "campaign" ? USES : ORDERS;
  const counts = `${COUNTS("o")} AND ${keyed("o", key)}`;
  switch (of) {
    case "new":
      if (key === "all orders") return { walk: firstOrders("first"), where: "true" };
      if (key === "coded orders")
        return { walk: firstOrders("coded"), where: "t.coded_id = t.first_id" };
      return { walk: ofPeople(all), where: `t.first_id = o.id AND ${counts}` };
    case "returning":
      return { walk: ofPeople(all), where: `t.first_id <> o.id AND ${counts}` };
    case "unknown":
      return { walk: all, where: `o.person_id IS NULL AND ${counts}` };
    case "again":
      if (key === "all orders") return { walk: firstOrders("first"), where: "true" };
      if (key === "coded orders") return { walk: firstOrders("coded"), where: "true" };
      return {
        walk: all,
        where: `o.person_id IS NOT NULL AND ${counts} AND ${none(other("<", key))}`,
      };
  }
}

const kindOf = (key: string): Key =>
  ({ "": "all orders" as const, "+": "coded orders" as const })[key] ?? "campaign";

/** `key`: "" all orders, "+" those with a code, else of a campaign. */
export function ordersSql(of: Exclude<PeopleOf, "issued">, key: string): string {
  const { walk, where } = walkOf(of, kindOf(key));
  // Of nobody known it is null; the index then is sorted by the rest.
  const nobody = of === "unknown" && walk === ORDERS ? "o.person_id DESC, " : "";
  const next =
    of === "again" ? `SELECT e.* FROM ${other(">", "all orders")}` : "SELECT o.* WHERE false";
  return linesSql(
    `SELECT o.*, ${walk.at} AS at FROM ${walk.from}
    WHERE o.shop_id = $1 AND ${older(walk.at, walk.id)} AND ${where}
    ORDER BY ${nobody}${walk.at} DESC, ${walk.id} DESC LIMIT $6`,
    next,
  );
}

/**
 * The orders of those who came back where these are few of many: not by walking all orders of the days, but from who has
 * such orders on any of them, found by its index. The first and the last day follow the other values.
 */
export function laterSql(key: string): string {
  const kind = kindOf(key);
  const [from, to] = kind === "campaign" ? ["$8", "$9"] : ["$7", "$8"];
  const own = kind === "campaign" ? "$7::uuid::text" : `'${key}'`;
  return linesSql(
    `SELECT o.*, o.placed_at AS at
    FROM (
      SELECT DISTINCT t.person_id, t.first_id
      FROM rollup_people r JOIN person_tally t ON t.shop_id = $1 AND t.later_days @> ARRAY[${laterDay("$1", own, "r.day")}]
      WHERE r.shop_id = $1 AND r.measure = 'order' AND r.key = ${own} AND r.channel = '' AND r.bucket = 1
        AND r.day BETWEEN ${from}::date AND ${to}::date
    ) t
    CROSS JOIN LATERAL (
      SELECT t.person_id AS id UNION ALL SELECT p.id FROM person p WHERE p.shop_id = $1 AND p.root_id = t.person_id
    ) m
    CROSS JOIN LATERAL (
      SELECT * FROM shop_order o WHERE o.shop_id = $1 AND o.person_id = m.id AND ${older("o.placed_at", "o.id")} OFFSET 0
    ) o
    WHERE t.first_id <> o.id AND ${COUNTS("o")} AND ${keyed("o", kind)}
    ORDER BY o.placed_at DESC, o.id DESC LIMIT $6`,
    "SELECT o.* WHERE false",
  );
}

function linesSql(orders: string, next: string): string {
  return `
  SELECT o.id::text, ${placed("o")} AS order, NULL AS issued,
    CASE WHEN n.id IS NOT NULL THEN ${placed("n")} || jsonb_build_object('days',
      ceil(extract(epoch FROM n.placed_at - o.placed_at) / 86400)::int) END AS next,
    ${millis("o.at")} || '-' || o.id AS cursor
  FROM (
    ${orders}
  ) o
  LEFT JOIN LATERAL (${next} ORDER BY placed_at, id LIMIT 1) n ON true
  ORDER BY o.at DESC, o.id DESC`;
}

/** Each person once for each way, by when it was first issued to them. $7 the campaign, $8 the way, "" for all. */
export const issuedSql = `
  SELECT i.id::text, NULL AS next, jsonb_build_object('at', ${instantSql("i.at")}, 'channel', i.channel) AS issued,
    CASE WHEN u.id IS NOT NULL THEN ${placed("u")} END AS order, ${millis("i.at")} || '-' || i.id AS cursor
  FROM (
    SELECT s.id, s.at, s.channel, s.person_id FROM issuance s
    WHERE s.shop_id = $1 AND s.campaign_id = $7::uuid AND ($8 = '' OR s.channel = $8) AND ${older("s.at", "s.id")}
      AND ${none(`issuance f WHERE f.shop_id = $1 AND f.campaign_id = s.campaign_id AND f.channel = s.channel
        AND f.person_id IN ${same("s.person_id")} AND (f.at, f.id) < (s.at, s.id)`)}
    ORDER BY s.at DESC, s.id DESC LIMIT $6
  ) i
  LEFT JOIN LATERAL (
    SELECT o.* FROM shop_order o
    WHERE o.shop_id = $1 AND o.person_id IN ${same("i.person_id")} AND o.placed_at >= i.at AND ${COUNTS("o")}
      AND ${keyed("o", "campaign")}
    ORDER BY o.placed_at, o.id LIMIT 1
  ) u ON true
  ORDER BY i.at DESC, i.id DESC`;
