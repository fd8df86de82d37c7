import { codeKey } from "../code/code-key.ts";
import { parseMinor } from "../shared/money.ts";
import {
  UNKNOWN,
  type OrderCode,
  type OrderFacts,
  type OrderIdentities,
  type OrderRefund,
} from "./order-facts.ts";
import type { OrderPayload, RefundPayload } from "./order-payload.schema.ts";

/** An order webhook's body as facts. `fallbackAt` (the delivery's time) dates what the body leaves undated. */
export function readOrder(
  payload: OrderPayload,
  shopCurrency: string,
  fallbackAt: string,
): OrderFacts {
  const currency = payload.currency ?? shopCurrency;
  const version = instantText(payload.updated_at) ?? instantText(payload.created_at) ?? fallbackAt;
  const financialStatus = payload.financial_status ?? "pending";
  return {
    id: payload.id,
    name: payload.name ?? `#${payload.id}`,
    placedAt: instantText(payload.created_at) ?? instantText(payload.processed_at) ?? version,
    version,
    currency,
    totalMinor: minor(payload.total_price, currency),
    discountMinor: minor(payload.total_discounts, currency),
    financialStatus,
    test: payload.test ?? false,
    cancelledAt: instantText(payload.cancelled_at),
    paidAt: PAID.has(financialStatus) ? version : null,
    expiredAt: EXPIRED.has(financialStatus) ? version : null,
    codes: readCodes(payload, currency),
    refunds: (payload.refunds ?? []).map((refund) => readRefund(refund, currency, version)),
    customerId: payload.customer?.id ?? null,
  };
}

/** A refund webhook's body: all it tells is the refund; the order's own snapshot may come before or after. */
export function readRefundedOrder(
  payload: RefundPayload,
  currency: string,
  fallbackAt: string,
): OrderFacts {
  const refund = readRefund(payload, currency, fallbackAt);
  return {
    id: payload.order_id,
    name: `#${payload.order_id}`,
    placedAt: refund.at,
    version: UNKNOWN,
    currency,
    totalMinor: 0,
    discountMinor: 0,
    financialStatus: "pending",
    test: false,
    cancelledAt: null,
    paidAt: null,
    expiredAt: null,
    codes: [],
    refunds: [refund],
    customerId: null,
  };
}

export function readIdentities(payload: OrderPayload): OrderIdentities {
  return {
    customerId: payload.customer?.id ?? null,
    email: payload.email || payload.contact_email || payload.customer?.email || null,
    phone: payload.phone || payload.customer?.phone || null,
  };
}

/** Money has come in, whatever happened to it later. */
const PAID = new Set(["paid", "partially_refunded", "refunded"]);
const EXPIRED = new Set(["expired", "voided"]);

function readRefund(
  refund: Pick<RefundPayload, "id" | "created_at" | "processed_at" | "transactions">,
  currency: string,
  fallbackAt: string,
): OrderRefund {
  const amountMinor = (refund.transactions ?? [])
    .filter(
      (transaction) =>
        transaction.kind === "refund" && (transaction.status ?? "success") === "success",
    )
    .reduce((sum, transaction) => sum + minor(transaction.amount, currency), 0);
  return {
    id: refund.id,
    at: instantText(refund.created_at) ?? instantText(refund.processed_at) ?? fallbackAt,
    amountMinor,
  };
}

/**
 * The codes of an order and what each took off: the sum of its allocations over lines and shipping where the body has
 * any, else the code's own `amount`. The same code twice counts as one.
 */
function readCodes(payload: OrderPayload, currency: string): OrderCode[] {
  const allocated = allocationsByCode(payload, currency);
  const codes = new Map<string, OrderCode>();
  for (const entered of payload.discount_codes ?? []) {
    const key = codeKey(entered.code);
    if (!key) continue;
    const discountMinor = allocated.get(key) ?? minor(entered.amount, currency);
    const known = codes.get(key);
    if (!known || known.discountMinor < discountMinor)
      codes.set(key, { code: entered.code.trim(), key, discountMinor });
  }
  return [...codes.values()];
}

function allocationsByCode(payload: OrderPayload, currency: string): Map<string, number> {
  const applications = payload.discount_applications ?? [];
  const sums = new Map<string, number>();
  for (const line of [...(payload.line_items ?? []), ...(payload.shipping_lines ?? [])]) {
    for (const allocation of line.discount_allocations ?? []) {
      const application = applications[allocation.discount_application_index ?? -1];
      if (application?.type !== "discount_code" || !application.code) continue;
      const key = codeKey(application.code);
      sums.set(key, (sums.get(key) ?? 0) + minor(allocation.amount, currency));
    }
  }
  return sums;
}

function minor(amount: string | null | undefined, currency: string): number {
  return amount ? (parseMinor(amount, currency) ?? 0) : 0;
}

/** Any ISO 8601 time, zone and all, as UTC text; null when it is missing or no time at all. */
function instantText(text: string | null | undefined): string | null {
  if (!text) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
