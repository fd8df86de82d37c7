import { z } from "zod";

import { canonicalEmail, phoneDigits } from "#app/domain/policy/wire-key.ts";

/** Shopify's numeric ids; as text, because some are beyond what a JavaScript number holds exactly. */
const id = z
  .union([z.number().int().positive(), z.string().regex(/\d{1,19}$/)])
  .transform((value) => {
    const text = String(value);
    return text.slice(text.lastIndexOf("/") + 1);
  });

export const membershipPayload = z.object({ customer_id: id, segment_id: id });

/** Told of merges that did not come about, too: Shopify's own example has `status: "failed"`. */
export const mergePayload = z.object({
  admin_graphql_api_customer_kept_id: id,
  admin_graphql_api_customer_deleted_id: id,
  status: z.string().nullish(),
});

export const customerPayload = z.object({ id });

export const accountPayload = z.object({
  id,
  email: z.string().nullish(),
  phone: z.string().nullish(),
});

export const customerTagsPayload = z.object({ customerId: id, tags: z.array(z.string()) });

export const discountDeletedPayload = z.object({ admin_graphql_api_id: z.string().min(1) });

export const discountChangedPayload = z.object({
  admin_graphql_api_id: id,
  updated_at: z.coerce.date(),
});

export const redeemCodePayload = z.object({
  admin_graphql_api_id: id,
  redeem_code: z.object({ code: z.string().min(1) }),
});

/** Of somebody who only ever ordered as a guest Shopify names no account. */
export const redactPayload = z.object({
  customer: z
    .object({ id: id.nullish(), email: z.string().nullish(), phone: z.string().nullish() })
    .refine(
      ({ id, email, phone }) => id ?? (canonicalEmail(email ?? "") || phoneDigits(phone ?? "")),
      {
        message: "is nobody: there is neither an id nor an e-mail address nor a phone number",
      },
    ),
  orders_to_redact: z.array(id).nullish(),
});
