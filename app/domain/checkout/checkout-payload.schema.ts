import { z } from "zod";

/** What we read, and ask for, of Shopify's checkout webhooks: nothing of the shopper. They have no `id` since 2026-04. */
export const checkoutPayload = z.object({
  token: z.string().min(1),
  created_at: z.string().nullish(),
  completed_at: z.string().nullish(),
  discount_codes: z.array(z.object({ code: z.string() })).nullish(),
});

export type CheckoutPayload = z.output<typeof checkoutPayload>;
