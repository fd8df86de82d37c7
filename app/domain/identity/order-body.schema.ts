import { z } from "zod";

/*
 * What identity reads of Shopify's order webhook. Everything but the id and the time may be missing, null or of a kind
 * nobody expected: what cannot be read is taken as not said, because an order is never refused for it.
 */
const text = z.string().nullish().catch(null);
const idText = z
  .union([z.number().int().positive(), z.string().min(1)])
  .transform(String)
  .nullish()
  .catch(null);
const amount = z.union([z.string(), z.number()]).transform(String).nullish().catch(null);

const address = z
  .object({
    first_name: text,
    last_name: text,
    name: text,
    phone: text,
    address1: text,
    address2: text,
    city: text,
    zip: text,
    country_code: text,
  })
  .nullish()
  .catch(null);

const line = z.object({
  product_id: idText,
  title: text,
  price: amount,
  quantity: z.number().nonnegative().nullish().catch(null),
});

export const orderBody = z.object({
  id: z.union([z.number().int().positive(), z.string().regex(/^\d{1,19}$/)]).transform(String),
  created_at: z.string(),
  currency: text,
  total_price: amount,
  total_discounts: amount,
  discount_codes: z
    .array(z.object({ code: z.string(), amount }))
    .nullish()
    .catch(null),
  test: z.boolean().nullish().catch(null),
  email: text,
  contact_email: text,
  phone: text,
  customer: z.object({ id: idText, email: text, phone: text, state: text }).nullish().catch(null),
  browser_ip: text,
  client_details: z.object({ user_agent: text }).nullish().catch(null),
  payment_details: z
    .object({ credit_card_bin: text, credit_card_number: text })
    .nullish()
    .catch(null),
  landing_site: text,
  referring_site: text,
  line_items: z.array(line).nullish().catch(null),
  shipping_address: address,
  billing_address: address,
});

export type OrderBody = z.output<typeof orderBody>;
