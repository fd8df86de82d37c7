import type { Actor } from "#app/domain/access/actor.ts";
import { can, whyNot } from "#app/domain/access/can.ts";
import type { ByDimension, DimensionRow, InsightRange } from "#app/domain/insight/by-dimension.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { choicesOf } from "#app/domain/naming/shape.ts";
import { addDays } from "#app/domain/shared/days.ts";
import { done, refuse, type Outcome } from "#app/domain/shared/outcome.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { zoneOf } from "#app/infra/zone.server.ts";
import { activeConventions, shopFields } from "../naming/load-convention.server.ts";
import { shopOf } from "../shop/shop-of.server.ts";

/** What each value of one part of the names brought: campaigns by their own name, codes of a list by theirs. */
export async function readByDimension(
  deps: Deps,
  actor: Actor,
  question: { field: string | null; days: InsightRange },
): Promise<Outcome<ByDimension>> {
  const { shopId } = actor;
  if (!can(actor, "campaign.view", { shopId }))
    return refuse({ kind: "forbidden", message: whyNot("campaign.view") });
  const shop = await shopOf(deps, shopId);
  const { days } = question;
  const to = zoneOf(shop.timeZone).dayOf(deps.now());
  const range = { from: addDays(to, 1 - days), to, days };
  const fields = await usedFields(deps, shopId);
  const field = fields.find(({ id }) => id === question.field) ?? fields[0];
  const choices = fields.map(({ id, label }) => ({ id, label: sentenceCase(label) }));
  if (!field) return done({ field: null, fields: choices, range, rows: [] });
  return done({
    field: field.id,
    fields: choices,
    range,
    rows: await rowsOf(deps, shop, field, range),
  });
}

/** The fields that names have values of, those of active conventions first and in their order. */
async function usedFields(deps: Deps, shopId: number): Promise<Field[]> {
  const { prisma } = deps.database;
  const used = await prisma.dimensionValue.findMany({
    where: { shopId },
    distinct: ["field"],
    select: { field: true },
    orderBy: { field: "asc" },
  });
  const conventions = await activeConventions(prisma, shopId);
  const known = [
    ...conventions.flatMap(({ convention }) => [...convention.fields.values()]),
    ...(await shopFields(prisma, shopId)),
    // A field that was deleted still stands in the names made with it.
    ...used.map(({ field }): Field => ({
      id: field,
      label: field,
      type: { kind: "list", values: [] },
    })),
  ];
  const ids = new Set(used.map(({ field }) => field));
  const byId = new Map<string, Field>();
  for (const field of known)
    if (ids.has(field.id) && !byId.has(field.id)) byId.set(field.id, field);
  return [...byId.values()];
}

async function rowsOf(
  deps: Deps,
  shop: Shop,
  field: Field,
  { from, to }: { from: string; to: string },
): Promise<DimensionRow[]> {
  const { rows } = await deps.database.pool.query<Omit<DimensionRow, "label">>(BY_VALUE, [
    shop.id,
    field.id,
    from,
    to,
    shop.currency,
  ]);
  const labels = new Map(choicesOf(field)?.map(({ value, label }) => [value, label]));
  return rows.map((row) => ({
    ...row,
    label: row.value === null ? `Without ${field.label}` : (labels.get(row.value) ?? row.value),
  }));
}

const sentenceCase = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);

/** A use counts whatever the order's currency; amounts are of the shop's own only. */
const MEASURED = `r.redemptions, r.reversals, ${["revenue", "discount", "refund"]
  .map(
    (measure) => `CASE WHEN r.currency = $5 THEN r.${measure}_minor ELSE 0 END AS ${measure}_minor`,
  )
  .join(", ")}`;

/**
 * $1 shop, $2 field, $3 and $4 days, $5 currency. Codes of a list have names of their own, so what they brought is
 * read a code at a time, by the index of codes by campaign; what other campaigns brought by the campaign.
 */
const BY_VALUE = `
  WITH brought AS (
    SELECT c.dimension_set_id AS set_id, ${MEASURED}
    FROM campaign c
    JOIN rollup r ON r.shop_id = c.shop_id AND r.grain = 'campaign' AND r.key = c.id::text
    WHERE c.shop_id = $1 AND c.code_kind <> 'list' AND r.day BETWEEN $3::date AND $4::date
    UNION ALL
    SELECT k.dimension_set_id, ${MEASURED}
    FROM campaign c
    JOIN code k ON k.shop_id = c.shop_id AND k.campaign_id = c.id
    JOIN rollup r ON r.shop_id = k.shop_id AND r.grain = 'code' AND r.key = k.id::text
    WHERE c.shop_id = $1 AND c.code_kind = 'list' AND r.day BETWEEN $3::date AND $4::date
  ), by_set AS (
    SELECT set_id, 0 AS campaigns, 0 AS codes, sum(redemptions) AS redemptions, sum(reversals) AS reversals,
      sum(revenue_minor) AS revenue, sum(discount_minor) AS discount, sum(refund_minor) AS refund
    FROM brought GROUP BY set_id
    UNION ALL
    SELECT dimension_set_id, 0, count(*), 0, 0, 0, 0, 0 FROM code WHERE shop_id = $1 GROUP BY dimension_set_id
    UNION ALL
    SELECT dimension_set_id, count(*), 0, 0, 0, 0, 0, 0 FROM campaign WHERE shop_id = $1 GROUP BY dimension_set_id
  )
  SELECT v.value, sum(b.campaigns)::int AS campaigns, sum(b.codes)::int AS codes,
    sum(b.redemptions)::int AS redemptions, sum(b.reversals)::int AS reversals,
    sum(b.redemptions - b.reversals)::int AS uses, sum(b.revenue)::float8 AS "revenueMinor",
    sum(b.discount)::float8 AS "discountMinor", sum(b.refund)::float8 AS "refundMinor"
  FROM by_set b
  LEFT JOIN dimension_value v ON v.shop_id = $1 AND v.field = $2 AND v.set_id = b.set_id
  GROUP BY v.value
  ORDER BY v.value IS NULL, uses DESC, v.value`;
