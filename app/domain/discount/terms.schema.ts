import { z } from "zod";
import type { Audience, Combines, DiscountTerms, DiscountValue, Items, Minimum } from "./terms.ts";

/*
 * Terms as they are stored: parts of a campaign's in columns of their own, whole ones as what both sides last agreed
 * on. Only shapes: what Shopify takes is `refusalsOf`'s to say.
 */

const ids = z.array(z.string()).readonly();
const count = z.number().int();

export const itemsSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("all") }),
  z.strictObject({ kind: z.literal("products"), ids, variantIds: ids }),
  z.strictObject({ kind: z.literal("collections"), ids }),
  z.strictObject({ kind: z.literal("unknown") }),
]) satisfies z.ZodType<Items>;

export const minimumSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("subtotal"), minor: count }),
  z.strictObject({ kind: z.literal("quantity"), quantity: count }),
]) satisfies z.ZodType<Minimum>;

export const combinesSchema = z.strictObject({
  order: z.boolean(),
  product: z.boolean(),
  shipping: z.boolean(),
}) satisfies z.ZodType<Combines>;

type Value<Kind extends DiscountValue["kind"]> = Omit<
  Extract<DiscountValue, { kind: Kind }>,
  "kind"
>;

const shipping = {
  maximumPriceMinor: count.nullable(),
  countries: ids.nullable(),
};
export const shippingSchema = z.strictObject(shipping) satisfies z.ZodType<Value<"free_shipping">>;

const buys = {
  buys: z.strictObject({ items: itemsSchema, need: minimumSchema }),
  quantity: count,
  basisPoints: count,
  usesPerOrder: count.nullable(),
};
export const buysSchema = z.strictObject(buys) satisfies z.ZodType<Value<"buy_x_get_y">>;

const valueSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("percentage"), basisPoints: count }),
  z.strictObject({ kind: z.literal("fixed_amount"), amountMinor: count, eachItem: z.boolean() }),
  z.strictObject({ kind: z.literal("free_shipping"), ...shipping }),
  z.strictObject({ kind: z.literal("buy_x_get_y"), ...buys }),
]) satisfies z.ZodType<DiscountValue>;

const audienceSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("all") }),
  z.strictObject({ kind: z.literal("segments"), ids }),
  z.strictObject({ kind: z.literal("customers"), ids }),
  z.strictObject({ kind: z.literal("markets"), ids }),
]) satisfies z.ZodType<Audience>;

export const termsSchema = z.strictObject({
  title: z.string(),
  startsAt: z.string(),
  endsAt: z.string().nullable(),
  usageLimit: count.nullable(),
  oncePerCustomer: z.boolean(),
  audience: audienceSchema,
  combines: combinesSchema,
  value: valueSchema,
  items: itemsSchema,
  minimum: minimumSchema.nullable(),
}) satisfies z.ZodType<DiscountTerms>;
