import { z } from "zod";

import { orderPayload } from "../redemption/order-payload.schema.ts";
import { parseMinor } from "../shared/money.ts";

/*
 * A line of orders.jsonl and of refunds.jsonl: what a webhook may leave out may be missing here, too, but a replay cannot
 * do without who, when, how much and by which code.
 */

const NEEDED = "is missing";
const instant = z.string(NEEDED).refine(isInstant, "is no time, like 2026-06-01T09:00:00Z");
const amount = z.union([z.string(), z.number()], NEEDED).transform(String);
const id = z
  .union([z.int().positive(), z.string().regex(/^\d{1,19}$/)], "is missing or no number above 0")
  .transform(String);

/** The database knows other years, too, but writes them otherwise. */
function isInstant(text: string): boolean {
  const year = new Date(text).getUTCFullYear();
  return year >= 1970 && year <= 9999;
}

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
