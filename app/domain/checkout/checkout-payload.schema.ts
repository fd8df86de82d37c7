import { z } from "zod";

import { isId } from "../redemption/order-payload.schema.ts";

/** What we read, and ask for, of Shopify's checkout webhooks: nothing of the shopper. */
export const checkoutPayload = z.object({
  id: z.union([z.number().int().positive(), z.string().refine(isId)]).transform(String),
  token: z.string().min(1),
  created_at: z.string().nullish(),
  completed_at: z.string().nullish(),
  discount_codes: z.array(z.object({ code: z.string() })).nullish(),
});

export type CheckoutPayload = z.output<typeof checkoutPayload>;
