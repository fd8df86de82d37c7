import { z } from "zod";

/*
 * What we read of Shopify's order, refund and dispute webhooks. Everything else passes unread; everything but the id may be
 * missing, because payloads of older orders, of other sales channels and of redacted customers lack what others have.
 */

/** A number of Shopify's, as text: some are beyond what a JavaScript number holds. */
export const shopifyId = z
  .union([z.number().int().positive(), z.string().refine(isId)])
  .transform(String);
const amount = z.union([z.string(), z.number()]).transform(String);
const text = z.string().nullish();
const instant = z.string().nullish();

const bag = z
  .object({ presentment_money: z.object({ amount: amount.nullish() }).nullish() })
  .nullish();

const allocation = z.object({
  amount: amount.nullish(),
  amount_set: bag,
  discount_application_index: z.number().int().nullish(),
});
const allocated = z.object({ discount_allocations: z.array(allocation).nullish() });

const refund = z.object({
  id: shopifyId,
  order_id: shopifyId.nullish(),
  created_at: instant,
  processed_at: instant,
  transactions: z
    .array(z.object({ kind: text, status: text, amount: amount.nullish(), currency: text }))
    .nullish(),
});

export const refundPayload = refund.extend({ order_id: shopifyId });

export const disputePayload = z.object({
  id: shopifyId,
  order_id: shopifyId.nullish(),
  type: text,
  status: text,
  initiated_at: instant,
});

export const orderPayload = z.object({
  id: shopifyId,
  name: text,
  created_at: instant,
  updated_at: instant,
  processed_at: instant,
  cancelled_at: instant,
  currency: text,
  presentment_currency: text,
  total_price: amount.nullish(),
  total_price_set: bag,
  total_discounts: amount.nullish(),
  total_discounts_set: bag,
  source_name: text,
  checkout_token: text,
  financial_status: text,
  test: z.boolean().nullish(),
  email: text,
  contact_email: text,
  phone: text,
  customer: z.object({ id: shopifyId.nullish(), email: text, phone: text }).nullish(),
  discount_codes: z
    .array(z.object({ code: z.string(), amount: amount.nullish(), type: text }))
    .nullish(),
  discount_applications: z.array(z.object({ type: text, code: text })).nullish(),
  line_items: z.array(allocated).nullish(),
  shipping_lines: z.array(allocated).nullish(),
  refunds: z.array(refund).nullish(),
});

export type OrderPayload = z.output<typeof orderPayload>;
export type RefundPayload = z.output<typeof refundPayload>;
export type DisputePayload = z.output<typeof disputePayload>;

const LARGEST_ID = 2n ** 63n - 1n;

/** Whether a number is one of Shopify's: above 0, and no larger than what 64 bits with a sign hold. */
export function isId(text: string): boolean {
  return /^\d{1,19}$/.test(text) && BigInt(text) > 0n && BigInt(text) <= LARGEST_ID;
}
