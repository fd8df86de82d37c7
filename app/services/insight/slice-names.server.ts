import { sliceText, type Slice } from "#app/domain/insight/slice.ts";
import type { Field } from "#app/domain/naming/field.ts";
import { choicesOf } from "#app/domain/naming/shape.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { activeConventions, shopFields } from "../naming/load-convention.server.ts";

/** The fields that names have values of, those of active conventions first and in their order. */
export async function usedFields(deps: Deps, shopId: number): Promise<Field[]> {
  const { prisma } = deps.database;
  const { rows: used } = await deps.database.pool.query<{ field: string }>(
    "SELECT DISTINCT field FROM dimension_value WHERE shop_id = $1 ORDER BY field",
    [shopId],
  );
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

/** What people call a value of a grain. */
export type ValueName = (key: string) => string;

/** Names for the values of a grain among `keys`; a value nobody named is called by itself. */
export async function namesOf(
  deps: Deps,
  shopId: number,
  grain: string,
  keys: readonly string[],
  fields: readonly Field[],
): Promise<ValueName> {
  const { prisma } = deps.database;
  const named = async (): Promise<[string, string][]> => {
    if (grain === "campaign") {
      const where = { shopId, id: { in: [...keys] } };
      const rows = await prisma.campaign.findMany({ where, select: { id: true, name: true } });
      return rows.map(({ id, name }) => [id, name]);
    }
    if (grain === "code") {
      const where = { shopId, id: { in: keys.map(BigInt) } };
      const rows = await prisma.code.findMany({ where, select: { id: true, code: true } });
      return rows.map(({ id, code }) => [String(id), code]);
    }
    if (grain === "segment") {
      const rows = await prisma.segment.findMany({ where: { shopId, id: { in: [...keys] } } });
      return rows.map(({ id, name }) => [id, name]);
    }
    if (grain === "channel_coded") return CHANNELS;
    if (grain === "shop") return SHOP;
    if (grain === "without")
      return fields.map(({ id, label }): [string, string] => [id, `Without ${label}`]);
    const field = fields.find(({ id }) => grain === `dimension:${id}`);
    return (field && choicesOf(field)?.map(({ value, label }) => [value, label])) ?? [];
  };
  const names = new Map(await named());
  return (key) => names.get(key) ?? key;
}

/** As `namesOf`, for slices of several grains; by `sliceText`. */
export async function nameSlices(
  deps: Deps,
  shopId: number,
  slices: readonly Slice[],
  fields: readonly Field[],
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const [grain, own] of Map.groupBy(slices, (slice) => slice.grain)) {
    const keys = own.map(({ key }) => key);
    const nameOf = await namesOf(deps, shopId, grain, keys, fields);
    for (const slice of own) names.set(sliceText(slice), nameOf(slice.key));
  }
  return names;
}

/** Shopify's `source_name`s that are the same in all shops; of apps it is their number. */
const CHANNELS: [string, string][] = [
  ["web", "Online store"],
  ["pos", "Point of sale"],
  ["shopify_draft_order", "Draft orders"],
  ["iphone", "Shopify app on iPhone"],
  ["android", "Shopify app on Android"],
];

const SHOP: [string, string][] = [
  ["redeemed", "All redemptions"],
  ["coded", "All orders with a code"],
  ["orders", "All orders"],
  ["uncoded", "All orders without a code"],
];
