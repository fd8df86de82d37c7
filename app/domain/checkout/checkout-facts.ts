import { codeKey } from "../code/code-key.ts";
import type { OrderPayload } from "../redemption/order-payload.schema.ts";
import { readInstant } from "../shared/instant.ts";
import type { CheckoutPayload } from "./checkout-payload.schema.ts";

/**
 * A checkout that codes were entered at, as far as Shopify took them. `token` is Shopify's, by which an order names its
 * checkout too. `startedAt`: an ISO instant.
 */
export type CheckoutFacts = {
  token: string;
  startedAt: string;
  isOrdered: boolean;
  orderId: string | null;
  codeKeys: string[];
};

/** Null where no code is at it. `fallbackAt` (the delivery's time) dates a checkout that does not say when it began. */
export function readCheckout(
  { token, ...payload }: CheckoutPayload,
  fallbackAt: string,
): CheckoutFacts | null {
  const startedAt = readInstant(payload.created_at ?? "")?.toISOString() ?? fallbackAt;
  const isOrdered = Boolean(payload.completed_at);
  return withCodes({ token, startedAt, isOrdered, orderId: null }, payload.discount_codes);
}

/** What an order tells of its checkout; null where it had none, as of one made by staff, carries no code or is a test. */
export function readOrderedCheckout(
  order: Pick<OrderPayload, "id" | "checkout_token" | "test" | "discount_codes">,
  placedAt: string,
): CheckoutFacts | null {
  if (!order.checkout_token || order.test) return null;
  const { id: orderId, checkout_token: token } = order;
  const checkout = { token, startedAt: placedAt, isOrdered: true, orderId };
  return withCodes(checkout, order.discount_codes);
}

function withCodes(
  checkout: Omit<CheckoutFacts, "codeKeys">,
  entered: readonly { code: string }[] | null | undefined,
): CheckoutFacts | null {
  const codeKeys = [...new Set((entered ?? []).map(({ code }) => codeKey(code)))].filter(
    (key) => key !== "",
  );
  return codeKeys.length > 0 ? { ...checkout, codeKeys } : null;
}
