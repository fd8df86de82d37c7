/** Sums have the types of the rollups' columns, so that what is summed can be summed again. */
export const SUMS = `sum(e.redemptions)::int AS redemptions, sum(e.reversals)::int AS reversals,
    sum(e.revenue_minor)::bigint AS revenue_minor, sum(e.discount_minor)::bigint AS discount_minor,
    sum(e.refund_minor)::bigint AS refund_minor`;

/** Grains that say what campaigns and codes are called, and whom they are for; they change when those do. */
export const LABELS = "(grain = 'segment' OR grain LIKE 'dimension:%')";

/**
 * The sums of campaigns and codes (`from`, rows of the rollups' columns) by what their names and campaigns say:
 *
 * - `dimension:FIELD`, by the value of that part of the name. Codes of a list have names of their own, so what they
 *   brought goes by the code's; what other campaigns brought by the campaign's.
 * - `segment`, by the segments a campaign is for. One for two segments stands under each.
 *
 * `time`: "day" or "day, hour".
 */
export function labelled(from: string, time: string): string {
  const columns = time.split(", ").map((column) => `e.${column}`);
  return `
  SELECT e.shop_id, l.grain, l.key, ${columns.join(", ")}, e.currency, ${SUMS}, e.time_zone
  FROM (
    SELECT r.*, c.eligibility, CASE WHEN c.code_kind <> 'list' THEN c.dimension_set_id END AS set_id
    FROM ${from} r JOIN campaign c ON c.shop_id = r.shop_id AND c.id = CASE r.grain WHEN 'campaign' THEN r.key::uuid END
    UNION ALL
    SELECT r.*, NULL, k.dimension_set_id
    FROM ${from} r JOIN code k ON k.shop_id = r.shop_id AND k.id = CASE r.grain WHEN 'code' THEN r.key::bigint END
    JOIN campaign c ON c.shop_id = k.shop_id AND c.id = k.campaign_id AND c.code_kind = 'list'
  ) e
  LEFT JOIN dimension_set s ON s.shop_id = e.shop_id AND s.id = e.set_id
  CROSS JOIN LATERAL (
    SELECT 'dimension:' || d.key AS grain, d.value AS key FROM jsonb_each_text(s.dimensions) d
    UNION
    SELECT 'segment', m FROM jsonb_array_elements_text(
      COALESCE(e.eligibility -> 'any', '[]') || COALESCE(e.eligibility -> 'all', '[]')) AS q (m)
    WHERE m NOT LIKE '#%'
  ) l
  GROUP BY e.shop_id, l.grain, l.key, ${columns.join(", ")}, e.currency, e.time_zone`;
}
