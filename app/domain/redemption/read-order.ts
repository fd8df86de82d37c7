import { codeKey } from "../code/code-key.ts";
import { readInstant } from "../shared/instant.ts";
import { parseMinor } from "../shared/money.ts";
import {
  UNKNOWN,
  type OrderCode,
  type OrderFacts,
  type OrderIdentities,
  type OrderRefund,
  type Presentment,
} from "./order-facts.ts";
import type { DisputePayload, OrderPayload, RefundPayload } from "./order-payload.schema.ts";
import { toPresentment, type TwoAmounts } from "./refunds.ts";

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
    presentment: readPresentment(payload, currency),
    channel: payload.source_name || null,
    financialStatus,
    test: payload.test ?? false,
    cancelledAt: instantText(payload.cancelled_at),
    paidAt: PAID.has(financialStatus) ? version : null,
    expiredAt: EXPIRED.has(financialStatus) ? version : null,
    codes: readCodes(payload, currency),
    refunds: (payload.refunds ?? []).map((refund) => readRefund(refund, currency, version)),
    disputes: [],
    customerId: payload.customer?.id ?? null,
  };
}

/** A refund webhook's body: all it tells is the refund; the order's own snapshot may come before or after. */
export function readRefundedOrder(
  payload: RefundPayload,
  shopCurrency: string,
  fallbackAt: string,
): OrderFacts {
  const refund = readRefund(payload, shopCurrency, fallbackAt);
  return { ...unknownOrder(payload.order_id, shopCurrency, refund.at), refunds: [refund] };
}

/** A dispute webhook's body, likewise; null for a dispute of a payment that is no order's. */
export function readDisputedOrder(
  payload: DisputePayload,
  shopCurrency: string,
  fallbackAt: string,
): OrderFacts | null {
  if (!payload.order_id) return null;
  const at = instantText(payload.initiated_at) ?? fallbackAt;
  const { id, type, status } = payload;
  const dispute = { id, at, type: type ?? "chargeback", status: status ?? "needs_response" };
  return { ...unknownOrder(payload.order_id, shopCurrency, at), disputes: [dispute] };
}

function unknownOrder(id: string, currency: string, at: string): OrderFacts {
  return {
    id,
    name: `#${id}`,
    placedAt: at,
    version: UNKNOWN,
    currency,
    totalMinor: 0,
    discountMinor: 0,
    presentment: { currency, totalMinor: 0, discountMinor: 0 },
    channel: null,
    financialStatus: "pending",
    test: false,
    cancelledAt: null,
    paidAt: null,
    expiredAt: null,
    codes: [],
    refunds: [],
    disputes: [],
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

/** What the shopper saw; where the body does not say, the same as the shop's own. */
function readPresentment(payload: OrderPayload, shopCurrency: string): Presentment {
  const currency = payload.presentment_currency ?? shopCurrency;
  if (currency === shopCurrency) {
    const totalMinor = minor(payload.total_price, currency);
    return { currency, totalMinor, discountMinor: minor(payload.total_discounts, currency) };
  }
  const seen = (set: typeof payload.total_price_set) =>
    minor(set?.presentment_money?.amount, currency);
  const totalMinor = seen(payload.total_price_set);
  return { currency, totalMinor, discountMinor: seen(payload.total_discounts_set) };
}

/** In the currency its transactions are in: those of a shopper who paid in another are in that one. */
function readRefund(
  refund: Pick<RefundPayload, "id" | "created_at" | "processed_at" | "transactions">,
  orderCurrency: string,
  fallbackAt: string,
): OrderRefund {
  const given = (refund.transactions ?? []).filter(
    ({ kind, status }) => kind === "refund" && (status ?? "success") === "success",
  );
  const currency = given.find((one) => one.currency)?.currency ?? orderCurrency;
  return {
    id: refund.id,
    at: instantText(refund.created_at) ?? instantText(refund.processed_at) ?? fallbackAt,
    amountMinor: given.reduce((sum, { amount }) => sum + minor(amount, currency), 0),
    currency,
  };
}

/**
 * The codes of an order and what each took off: the sum of its allocations over lines and shipping where the body has
 * any, else the code's own `amount`; where there is neither, that is not known. The same code twice counts as one.
 */
function readCodes(payload: OrderPayload, currency: string): OrderCode[] {
  const presentment = readPresentment(payload, currency);
  const totalMinor = minor(payload.total_price, currency);
  const allocated = allocationsByCode(payload, currency, presentment.currency);
  const saysNothing = !hasAllocations(payload);
  const codes = new Map<string, OrderCode>();
  for (const entered of payload.discount_codes ?? []) {
    const key = codeKey(entered.code);
    if (!key) continue;
    const discountMinor = allocated.get(key)?.shopMinor ?? minor(entered.amount, currency);
    const presentmentMinor =
      allocated.get(key)?.presentmentMinor ??
      toPresentment(discountMinor, { currency, totalMinor, presentment });
    const known = codes.get(key);
    const isUnvalued = saysNothing && (entered.amount ?? null) === null;
    const unvalued = isUnvalued ? ({ isUnvalued } as const) : null;
    if (!known || known.discountMinor < discountMinor)
      codes.set(key, {
        code: entered.code.trim(),
        key,
        discountMinor,
        presentmentMinor,
        ...unvalued,
      });
  }
  return [...codes.values()];
}

function hasAllocations({ line_items, shipping_lines }: OrderPayload): boolean {
  const lines = [...(line_items ?? []), ...(shipping_lines ?? [])];
  return lines.some(({ discount_allocations }) => discount_allocations?.length);
}

function allocationsByCode(
  payload: OrderPayload,
  currency: string,
  presentmentCurrency: string,
): Map<string, TwoAmounts> {
  const applications = payload.discount_applications ?? [];
  const sums = new Map<string, TwoAmounts>();
  for (const line of [...(payload.line_items ?? []), ...(payload.shipping_lines ?? [])]) {
    for (const { amount, amount_set, ...allocation } of line.discount_allocations ?? []) {
      const application = applications[allocation.discount_application_index ?? -1];
      if (application?.type !== "discount_code" || !application.code) continue;
      const key = codeKey(application.code);
      const sum = sums.get(key) ?? { shopMinor: 0, presentmentMinor: 0 };
      const seen =
        presentmentCurrency === currency ? amount : amount_set?.presentment_money?.amount;
      sums.set(key, {
        shopMinor: sum.shopMinor + minor(amount, currency),
        presentmentMinor: sum.presentmentMinor + minor(seen, presentmentCurrency),
      });
    }
  }
  return sums;
}

function minor(amount: string | null | undefined, currency: string): number {
  return amount ? (parseMinor(amount, currency) ?? 0) : 0;
}

/** As UTC text; null when it is missing or no time at all. */
function instantText(text: string | null | undefined): string | null {
  return (text && readInstant(text)?.toISOString()) || null;
}
