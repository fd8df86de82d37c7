import type { PeopleOf } from "#app/domain/insight/people-line.ts";

/*
 * The people behind the rollups of people, order by order; what counts is what `talliesOf` counts. $1 shop, $2 and $3
 * instants, $4 and $5 the cursor, $6 how many, then the campaign.
 */

const COUNTS = (order: string) =>
  `NOT ${order}.test AND ${order}.cancelled_at IS NULL AND ${order}.version > to_timestamp(0)`;

/** Whether a code took something off an order, of any campaign or of one. */
const keyed = (order: string, key: string): string => {
  if (key === "") return "true";
  const campaign = key === "+" ? "l.campaign_id IS NOT NULL" : "l.campaign_id = $7::uuid";
  return `EXISTS (SELECT FROM ledger_entry l WHERE l.shop_id = $1 AND l.order_id = ${order}.id AND ${campaign}
    GROUP BY l.campaign_id HAVING sum(l.redemptions) > 0)`;
};

const instant = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const millis = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::bigint`;
const placed = (order: string) =>
  `jsonb_build_object('id', ${order}.id::text, 'name', ${order}.name, 'at', ${instant(`${order}.placed_at`)})`;

/** All accounts of whoever an account is of. */
const same = (person: string) => `(
    SELECT q.id FROM person p JOIN person q ON q.shop_id = $1
      AND (q.id = COALESCE(p.root_id, p.id) OR q.root_id = COALESCE(p.root_id, p.id))
    WHERE p.shop_id = $1 AND p.id = ${person})`;

/** The same person's orders before or after another, of a key. */
const other = (sign: "<" | ">", key: string) => `shop_order e
    WHERE e.shop_id = $1 AND e.person_id IN ${same("o.person_id")} AND ${COUNTS("e")}
      AND (e.placed_at, e.id) ${sign} (o.placed_at, o.id) AND ${keyed("e", key)}`;

export function ordersSql(of: Exclude<PeopleOf, "issued">, key: string): string {
  const which = {
    new: `o.person_id IS NOT NULL AND NOT EXISTS (SELECT FROM ${other("<", "")})`,
    returning: `EXISTS (SELECT FROM ${other("<", "")})`,
    unknown: "o.person_id IS NULL",
    again: `o.person_id IS NOT NULL AND NOT EXISTS (SELECT FROM ${other("<", key)})`,
  }[of];
  const next = of === "again" ? `SELECT e.* FROM ${other(">", "")}` : "SELECT o.* WHERE false";
  return `
  SELECT o.id::text, ${placed("o")} AS order, NULL AS issued,
    CASE WHEN n.id IS NOT NULL THEN ${placed("n")} || jsonb_build_object('days',
      ceil(extract(epoch FROM n.placed_at - o.placed_at) / 86400)::int) END AS next,
    ${millis("o.placed_at")} || '-' || o.id AS cursor
  FROM shop_order o
  LEFT JOIN LATERAL (${next} ORDER BY placed_at, id LIMIT 1) n ON true
  WHERE o.shop_id = $1 AND o.placed_at >= $2 AND o.placed_at < $3 AND ${COUNTS("o")} AND ${keyed("o", key)} AND ${which}
    AND (${millis("o.placed_at")}, o.id) < ($4::bigint, $5::bigint)
  ORDER BY ${millis("o.placed_at")} DESC, o.id DESC LIMIT $6`;
}

/** Each person once for each way, by when it was first issued to them. $7 the campaign, $8 the way, "" for all. */
export const issuedSql = `
  SELECT i.id::text, NULL AS next, jsonb_build_object('at', ${instant("i.at")}, 'channel', i.channel) AS issued,
    CASE WHEN u.id IS NOT NULL THEN ${placed("u")} END AS order, ${millis("i.at")} || '-' || i.id AS cursor
  FROM (
    SELECT DISTINCT ON (COALESCE(p.root_id, p.id), s.channel) s.id, s.at, s.channel, s.person_id
    FROM issuance s JOIN person p ON p.shop_id = s.shop_id AND p.id = s.person_id
    WHERE s.shop_id = $1 AND s.campaign_id = $7::uuid AND ($8 = '' OR s.channel = $8)
    ORDER BY COALESCE(p.root_id, p.id), s.channel, s.at, s.id
  ) i
  LEFT JOIN LATERAL (
    SELECT o.* FROM shop_order o
    WHERE o.shop_id = $1 AND o.person_id IN ${same("i.person_id")} AND o.placed_at >= i.at AND ${COUNTS("o")}
      AND ${keyed("o", "campaign")}
    ORDER BY o.placed_at, o.id LIMIT 1
  ) u ON true
  WHERE i.at >= $2 AND i.at < $3 AND (${millis("i.at")}, i.id) < ($4::bigint, $5::bigint)
  ORDER BY ${millis("i.at")} DESC, i.id DESC LIMIT $6`;
