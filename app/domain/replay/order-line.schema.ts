import { z } from "zod";

import { isId, orderPayload } from "../redemption/order-payload.schema.ts";
import { readInstant } from "../shared/instant.ts";
import { parseMinor } from "../shared/money.ts";

/*
 * A line of orders.jsonl and of refunds.jsonl: what a webhook may leave out may be missing here, too, but a replay cannot
 * do without who, when, how much and by which code.
 */

const NEEDED = "is missing";
const instant = z.string(NEEDED).transform((text, context) => {
  const found = readInstant(text);
  // The database knows other years, too, but writes them otherwise.
  if (found && found.getUTCFullYear() >= 1970 && found.getUTCFullYear() <= 9999)
    return found.toISOString();
  context.addIssue({ code: "custom", message: "is no time, like 2026-06-01T09:00:00Z" });
  return z.NEVER;
});
const amount = z.union([z.string(), z.number()], NEEDED).transform(String);
const id = z
  .union([z.int().positive(), z.string().refine(isId)], "is missing or no number above 0")
  .transform(String);

export const orderLine = orderPayload
  .extend({
    id,
    created_at: instant,
    currency: z.string(NEEDED).regex(/^[A-Z]{3}$/, "is no currency's code, like EUR"),
    total_price: amount,
  })
  .superRefine(({ total_price, currency, discount_codes }, context) => {
    const report = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    const minor = parseMinor(total_price, currency);
    if (minor === null || minor < 0) report("total_price", `is no amount of ${currency}`);
    if (!discount_codes) report("discount_codes", `${NEEDED}; an order without codes has []`);
  });

export const refundLine = z.object({ order_id: id, created_at: instant, amount });
