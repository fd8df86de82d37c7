import { codeKey } from "../code/code-key.ts";
import { readInstant } from "../shared/instant.ts";
import { parseMinor } from "../shared/money.ts";
import type { OrderBody } from "./order-body.schema.ts";
import type { OrderAddress, OrderRecord } from "./order-record.ts";

/** An order's webhook body as identity reads it; null when its time is no time. */
export function readOrderRecord(body: OrderBody): OrderRecord | null {
  const placed = readInstant(body.created_at);
  if (!placed) return null;
  const currency = body.currency ?? "";
  const minor = (amount: string | null | undefined) =>
    amount ? (parseMinor(amount, currency) ?? 0) : 0;
  const card = body.payment_details;
  const state = body.customer?.state;
  return {
    id: body.id,
    placedAt: placed.toISOString(),
    currency,
    totalMinor: minor(body.total_price),
    discountMinor: minor(body.total_discounts),
    codes: (body.discount_codes ?? []).map(({ code, amount }) => ({
      key: codeKey(code),
      discountMinor: minor(amount),
    })),
    customerId: body.customer?.id ?? null,
    signedIn: state ? state === "enabled" : null,
    email: body.email || body.contact_email || body.customer?.email || null,
    phone: body.phone || body.customer?.phone || null,
    shipping: readAddress(body.shipping_address),
    billing: readAddress(body.billing_address),
    ip: body.browser_ip || null,
    userAgent: body.client_details?.user_agent || null,
    cardBin: /^\d{6}/.exec(card?.credit_card_bin ?? "")?.[0] ?? null,
    cardLast4: /\d{4}$/.exec(card?.credit_card_number ?? "")?.[0] ?? null,
    basket: readBasket(body.line_items ?? [], minor),
    landing: body.landing_site ?? null,
    referrer: body.referring_site ?? null,
    isTest: body.test === true,
  };
}

function readAddress(from: OrderBody["shipping_address"]): OrderAddress | null {
  if (!from) return null;
  const words = (from.name ?? "").trim().split(/\s+/);
  const last = words.length > 1 ? words.slice(1).join(" ") : null;
  return {
    firstName: from.first_name || words[0] || null,
    lastName: from.last_name || (from.first_name ? null : last),
    phone: from.phone || null,
    line1: from.address1 || null,
    line2: from.address2 || null,
    city: from.city || null,
    postcode: from.zip || null,
    country: from.country_code || null,
  };
}

function readBasket(
  lines: NonNullable<OrderBody["line_items"]>,
  minor: (amount: string | null | undefined) => number,
): OrderRecord["basket"] {
  const items = new Map<string, OrderRecord["basket"][number]>();
  for (const { product_id, title, price, quantity } of lines) {
    const productId = product_id ?? title;
    if (!productId) continue;
    const pieces = quantity ?? 1;
    const item = items.get(productId) ?? { productId, quantity: 0, totalMinor: 0 };
    item.quantity += pieces;
    item.totalMinor += minor(price) * pieces;
    items.set(productId, item);
  }
  return [...items.values()];
}
