/** What lies beyond so many days makes no difference to any figure, and would only make more rows. */
const LATER = 91;
const LATEST = 366;

/**
 * What people add to `rollup_people`, by shop-local day. Orders count that are no tests and not cancelled; of a use it
 * does not matter whether it was freed again. Keys: "" all orders, "+" those with a campaign's code, else a campaign.
 *
 * - `order`: orders by the day they were placed; bucket 0 the person's first of all, 1 a later one, 2 of nobody known.
 * - `repeat`: people by the day of their first order of the key; bucket: days of 24 hours to their next order of any
 *   kind, rounded up, 91 for all beyond 90; -1 while there is none.
 * - `issued`: people by the day something of the campaign was first issued to them by that channel; bucket: whole days
 *   from then to their first use, 366 at most; -1 while there is none.
 *
 * With `repeat` comes which order that first one was; nulls elsewhere.
 *
 * `roots`: SQL that selects ids of people, of whom those count who stand for themselves. `strays`: SQL that selects orders of
 * nobody known. $1 shop, `zone` SQL of its zone.
 */
export function talliesOf({ roots, strays }: Tallied, zone: string): string {
  const dayOf = (instant: string) => `(${instant} AT TIME ZONE ${zone})::date`;
  return `
  WITH member AS MATERIALIZED (
    SELECT p.id AS person, p.id AS id FROM person p
    WHERE p.shop_id = $1 AND p.root_id IS NULL AND p.id IN (${roots})
    UNION ALL
    SELECT p.root_id, p.id FROM person p WHERE p.shop_id = $1 AND p.root_id IN (${roots})
  ), own AS MATERIALIZED (
    SELECT m.person, o.id, o.placed_at, row_number() OVER w AS number, lead(o.placed_at) OVER w AS next_at
    FROM member m JOIN shop_order o ON o.shop_id = $1 AND o.person_id = m.id
    WHERE ${COUNTS}
    WINDOW w AS (PARTITION BY m.person ORDER BY o.placed_at, o.id)
    UNION ALL
    SELECT ${nobody("o.id")}, o.id, o.placed_at, NULL, NULL FROM (${strays}) o
    WHERE o.person_id IS NULL AND ${COUNTS}
  ), used AS MATERIALIZED (
    SELECT o.person, o.id, o.placed_at, o.number, o.next_at, l.campaign_id::text AS key
    FROM own o JOIN ledger_entry l ON l.shop_id = $1 AND l.order_id = o.id AND l.campaign_id IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(l.redemptions) > 0
  ), keyed AS MATERIALIZED (
    SELECT person, id, placed_at, number, next_at, '' AS key FROM own
    UNION ALL SELECT DISTINCT person, id, placed_at, number, next_at, '+' FROM used
    UNION ALL SELECT person, id, placed_at, number, next_at, key FROM used
  )
  SELECT person, 'order' AS measure, key, '' AS channel, ${dayOf("placed_at")} AS day,
    CASE WHEN number IS NULL THEN 2 ELSE (number > 1)::int END AS bucket,
    count(*)::int AS people, NULL::timestamptz(3) AS placed_at, NULL::bigint AS order_id
  FROM keyed GROUP BY person, key, 5, 6
  UNION ALL
  SELECT person, 'repeat', key, '', ${dayOf("placed_at")},
    CASE WHEN next_at IS NULL THEN -1 ELSE LEAST(ceil(extract(epoch FROM next_at - placed_at) / 86400), ${LATER})::int END, 1,
    placed_at, id
  FROM (SELECT DISTINCT ON (person, key) * FROM keyed WHERE number IS NOT NULL ORDER BY person, key, number) f
  UNION ALL
  SELECT i.person, 'issued', i.campaign_id::text, i.channel, ${dayOf("i.at")},
    CASE WHEN min(u.placed_at) IS NULL THEN -1
      ELSE LEAST(floor(extract(epoch FROM min(u.placed_at) - i.at) / 86400), ${LATEST})::int END, 1, NULL, NULL
  FROM (
    SELECT m.person, s.campaign_id, s.channel, min(s.at) AS at
    FROM member m JOIN issuance s ON s.shop_id = $1 AND s.person_id = m.id GROUP BY 1, 2, 3
  ) i
  LEFT JOIN used u ON u.person = i.person AND u.key = i.campaign_id::text AND u.placed_at >= i.at
  GROUP BY i.person, i.campaign_id, i.channel, i.at`;
}

export type Tallied = { roots: string; strays: string };

/** Whether an order counts. `o`: the order. */
const COUNTS = "NOT o.test AND o.cancelled_at IS NULL AND o.version > to_timestamp(0)";

/** An order of nobody known stands among people by its id less than 0; and the other way round. */
const nobody = (id: string) => `-(${id})`;

/** Of each `person` in rows of `talliesOf`: the first order of all, and the first with a code; 1970 and 0 for none. */
export const FIRSTS = ["", "+"]
  .flatMap((key) => {
    const own = `FILTER (WHERE measure = 'repeat' AND key = '${key}')`;
    return [
      `COALESCE(max(placed_at) ${own}, to_timestamp(0))`,
      `COALESCE(max(order_id) ${own}, 0)`,
    ];
  })
  .join(", ");

/** A day with orders of a key that are not their person's first of all, as one text: what `person_tally.later_days` lists. */
export const laterDay = (shopId: string, key: string, day: string): string =>
  `(${shopId}::int::text || '/' || ${key} || '/' || to_char(${day}, 'YYYY-MM-DD'))`;

/** Of each `person` in rows of `talliesOf`: all of these. $1 shop. */
export const LATER_DAYS = `COALESCE(array_agg(${laterDay("$1", "key", "day")} ORDER BY key, day)
    FILTER (WHERE measure = 'order' AND bucket = 1), '{}')`;

export const TALLY_COLUMNS =
  "shop_id, person_id, tallies, first_at, first_id, coded_at, coded_id, later_days";

export const PEOPLE_COLUMNS = "shop_id, measure, key, channel, day, bucket, people, time_zone";

/** All people of a shop, and all orders of nobody known. $1 shop. */
export const EVERYBODY: Tallied = {
  roots: "SELECT id FROM person WHERE shop_id = $1",
  strays: "SELECT * FROM shop_order WHERE shop_id = $1 AND person_id IS NULL",
};

/**
 * Those of a list of ids, where one less than 0 is an order's. They are looked up by their ids, whatever the planner thinks
 * of how many orders are of nobody. $1 shop, `ids` SQL of the list.
 */
export const someOf = (ids: string): Tallied => ({
  roots: `SELECT unnest(${ids})`,
  strays: `SELECT s.* FROM (SELECT DISTINCT id FROM unnest(${ids}) AS t (id) WHERE id < 0) i
      CROSS JOIN LATERAL (SELECT * FROM shop_order WHERE shop_id = $1 AND id = ${nobody("i.id")} OFFSET 0) s`,
});

/** What everybody of a shop adds up to: rows of `PEOPLE_COLUMNS`. $1 shop, $2 zone. */
export const PEOPLE_SUMS = `
  SELECT $1::int AS shop_id, measure, key, channel, day, bucket, sum(people)::int AS people, $2::text AS time_zone
  FROM (${talliesOf(EVERYBODY, "$2::text")}) t
  GROUP BY measure, key, channel, day, bucket`;
