import { statusOf } from "../admin/discounts/status.ts";
import { gid } from "../gid.ts";
import { localInstant } from "../orders/local-instant.ts";
import type {
  BulkOperation,
  Customer,
  Discount,
  RedeemCode,
  Segment,
  ShopState,
} from "../state.ts";

export { customerPayload } from "../orders/customer-payload.ts";

/** `discounts/create` and `discounts/update`: no codes, no values. */
export function discountPayload(shop: ShopState, discount: Discount, now: Date) {
  return {
    admin_graphql_api_id: discountGid(discount),
    title: discount.title,
    status: statusOf(discount, now),
    created_at: localInstant(discount.createdAt, shop.ianaTimezone),
    updated_at: localInstant(discount.updatedAt, shop.ianaTimezone),
  };
}

/** `discounts/delete`. */
export function discountDeletedPayload(shop: ShopState, discount: Discount, now: Date) {
  return {
    admin_graphql_api_id: discountGid(discount),
    deleted_at: localInstant(now, shop.ianaTimezone),
  };
}

/** `discounts/redeemcode_added` and `discounts/redeemcode_removed`. */
export function redeemCodePayload(discount: Discount, { id, code }: RedeemCode, now: Date) {
  return {
    admin_graphql_api_id: discountGid(discount),
    redeem_code: { id: gid("DiscountRedeemCode", id), code },
    updated_at: now.toISOString(),
  };
}

/** `bulk_operations/finish`, however it finished. */
export function bulkOperationPayload(shop: ShopState, operation: BulkOperation) {
  const { id, status, errorCode, createdAt, completedAt } = operation;
  return {
    admin_graphql_api_id: gid("BulkOperation", id),
    completed_at: completedAt ? localInstant(completedAt, shop.ianaTimezone) : null,
    created_at: localInstant(createdAt, shop.ianaTimezone),
    error_code: errorCode?.toLowerCase() ?? null,
    status: status.toLowerCase(),
    type: "query",
  };
}

/** `customer.joined_segment` and `customer.left_segment`. */
export function segmentMemberPayload(shop: ShopState, segment: Segment, customer: Customer) {
  return {
    shop_id: gid("Shop", shop.id),
    customer_id: gid("Customer", customer.id),
    segment_id: gid("Segment", segment.id),
  };
}

/** `customers/redact` and `customers/data_request`: the same person in both, the orders under another name. */
export function customerRedactPayload(shop: ShopState, customer: Customer) {
  return { ...personOf(shop, customer), orders_to_redact: ordersOf(shop, customer) };
}

export function dataRequestPayload(shop: ShopState, customer: Customer, requestId: number) {
  return {
    ...personOf(shop, customer),
    orders_requested: ordersOf(shop, customer),
    data_request: { id: requestId },
  };
}

/** `shop/redact`, which Shopify sends two days after the app was uninstalled. */
export function shopRedactPayload(shop: ShopState) {
  return { shop_id: shop.id, shop_domain: shop.domain };
}

function personOf(shop: ShopState, { id, email, phone }: Customer) {
  return {
    ...shopRedactPayload(shop),
    customer: { id, email: email ?? null, phone: phone ?? null },
  };
}

function ordersOf(shop: ShopState, customer: Customer): number[] {
  return shop.orders.filter(({ customerId }) => customerId === customer.id).map(({ id }) => id);
}

function discountGid({ id, method }: Discount): string {
  return gid(method === "code" ? "DiscountCodeNode" : "DiscountAutomaticNode", id);
}
