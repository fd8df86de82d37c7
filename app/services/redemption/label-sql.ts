/** Sums have the types of the rollups' columns, so that what is summed can be summed again. */
export const SUMS = `sum(e.redemptions)::int AS redemptions, sum(e.reversals)::int AS reversals,
    sum(e.revenue_minor)::bigint AS revenue_minor, sum(e.discount_minor)::bigint AS discount_minor,
    sum(e.refund_minor)::bigint AS refund_minor`;

/** Grains that say what campaigns and codes are called, and whom they are for; they change when those do. */
export const LABELS = "(grain = 'segment' OR grain LIKE 'dimension:%')";

/**
 * The sums of campaigns and codes by hour (`own`, a CTE with the columns of `rollup_hour`) by what their names and
 * campaigns say:
 *
 * - `dimension:FIELD`, by the value of that part of the name. Codes of a list have names of their own, so what they
 *   brought goes by the code's; what other campaigns brought by the campaign's.
 * - `segment`, by the segments a campaign is for. One for two segments stands under each.
 *
 * Names are taken apart once a name, and segments once a campaign, however many hours there are of them, and what has the
 * same name is summed up before.
 */
export const LABELLED = `
  WITH named AS MATERIALIZED (
    SELECT e.shop_id, e.set_id, e.day, e.hour, e.currency, ${SUMS}, e.time_zone
    FROM (
      SELECT r.*, c.dimension_set_id AS set_id
      FROM own r JOIN campaign c ON c.shop_id = r.shop_id AND c.id = CASE r.grain WHEN 'campaign' THEN r.key::uuid END
      WHERE c.code_kind <> 'list'
      UNION ALL
      SELECT r.*, k.dimension_set_id
      FROM own r JOIN code k ON k.shop_id = r.shop_id AND k.id = CASE r.grain WHEN 'code' THEN r.key::bigint END
      JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id AND c.code_kind = 'list'
    ) e
    GROUP BY e.shop_id, e.set_id, e.day, e.hour, e.currency, e.time_zone
  ), name AS MATERIALIZED (
    SELECT s.shop_id, s.id AS set_id, 'dimension:' || d.key AS label_grain, d.value AS label
    FROM (SELECT DISTINCT shop_id, set_id FROM named) n
    JOIN dimension_set s ON s.shop_id = n.shop_id AND s.id = n.set_id
    CROSS JOIN LATERAL jsonb_each_text(s.dimensions) d
  ), segment AS MATERIALIZED (
    SELECT DISTINCT c.shop_id, n.key AS campaign, m AS label
    FROM (SELECT DISTINCT shop_id, key FROM own WHERE grain = 'campaign') n
    JOIN campaign c ON c.shop_id = n.shop_id AND c.id = n.key::uuid
    CROSS JOIN LATERAL jsonb_array_elements_text(
      COALESCE(c.eligibility -> 'any', '[]') || COALESCE(c.eligibility -> 'all', '[]')) AS q (m)
    WHERE m NOT LIKE '#%'
  )
  SELECT e.shop_id, n.label_grain AS grain, n.label AS key, e.day, e.hour, e.currency, ${SUMS}, e.time_zone
  FROM named e JOIN name n ON n.shop_id = e.shop_id AND n.set_id = e.set_id
  GROUP BY e.shop_id, n.label_grain, n.label, e.day, e.hour, e.currency, e.time_zone
  UNION ALL
  SELECT e.shop_id, 'segment', s.label, e.day, e.hour, e.currency, ${SUMS}, e.time_zone
  FROM own e JOIN segment s ON s.shop_id = e.shop_id AND s.campaign = e.key
  WHERE e.grain = 'campaign'
  GROUP BY e.shop_id, s.label, e.day, e.hour, e.currency, e.time_zone`;
