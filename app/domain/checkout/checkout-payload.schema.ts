import { z } from "zod";

import { shopifyId } from "../redemption/order-payload.schema.ts";

/** What we read, and ask for, of Shopify's checkout webhooks: nothing of the shopper. */
export const checkoutPayload = z.object({
  id: shopifyId,
  token: z.string().min(1),
  created_at: z.string().nullish(),
  completed_at: z.string().nullish(),
  discount_codes: z.array(z.object({ code: z.string() })).nullish(),
});

export type CheckoutPayload = z.output<typeof checkoutPayload>;
