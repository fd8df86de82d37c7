import {
  readCheckout,
  readOrderedCheckout,
  type CheckoutFacts,
} from "#app/domain/checkout/checkout-facts.ts";
import { checkoutPayload } from "#app/domain/checkout/checkout-payload.schema.ts";
import {
  disputePayload,
  orderPayload,
  refundPayload,
} from "#app/domain/redemption/order-payload.schema.ts";
import type { OrderFacts } from "#app/domain/redemption/order-facts.ts";
import {
  readDisputedOrder,
  readIdentities,
  readOrder,
  readRefundedOrder,
} from "#app/domain/redemption/read-order.ts";
import type { OrderReport } from "../redemption/record-orders.server.ts";
import { unpackBody } from "./stored-body.server.ts";
import type { Account } from "../person/know-accounts.server.ts";
import {
  accountPayload,
  customerTagsPayload,
  discountChangedPayload,
  discountDeletedPayload,
  customerPayload,
  membershipPayload,
  mergePayload,
  redactPayload,
  redeemCodePayload,
} from "./payload.schema.ts";

export type Message = { id: string; topic: string; body: Buffer; at: Date };

/** What a webhook asks of us. `none`: it tells us nothing we keep. */
export type Told =
  /** `isWhole`: the order as it is, not only what was done to it. `checkout`: where its codes were entered. */
  | { kind: "order"; report: OrderReport; isWhole: boolean; checkout: CheckoutFacts | null }
  | { kind: "checkout"; checkout: CheckoutFacts }
  | { kind: "people_merged"; kept: string; gone: string }
  | ({ kind: "account" } & Account)
  | { kind: "customer_deleted"; customerId: string }
  | { kind: "membership"; customerId: string; segmentId: string; member: boolean }
  | { kind: "tags"; customerId: string; tags: string[]; has: boolean }
  | { kind: "discount_deleted"; discountId: string }
  | { kind: "discount_changed"; discountId: string; updatedAt: Date }
  | { kind: "redeem_code"; discountId: string; code: string; isThere: boolean }
  | { kind: "uninstalled" }
  /** The merchant gave or took back a permission. */
  | { kind: "scopes_changed" }
  | {
      kind: "export_customer" | "redact_customer";
      /** Of an erasure: the orders that Shopify names. */
      orderIds: string[];
      customerId: string | null;
      email: string | null;
      phone: string | null;
      messageId: string;
    }
  | { kind: "redact_shop" }
  | { kind: "none" };

/** What Shopify says of a merge of two customers that has not come about. It does not document its word for one that has. */
const UNMERGED = new Set(["failed", "in_progress", "requested"]);

/** Reads a kept webhook. @throws an Error that says what is wrong with the body, for the people who look after it. */
export function readMessage(message: Message, shopCurrency: string): Told {
  const payload: unknown = JSON.parse(unpackBody(message.body).toString("utf8"));
  const at = message.at.toISOString();
  switch (message.topic) {
    case "orders/create":
    case "orders/paid":
    case "orders/updated":
    case "orders/cancelled": {
      const order = orderPayload.parse(payload);
      const facts = readOrder(order, shopCurrency, at);
      return {
        ...{ kind: "order", isWhole: true },
        report: { facts, identities: readIdentities(order) },
        checkout: readOrderedCheckout(order, facts.placedAt),
      };
    }
    case "checkouts/create":
    case "checkouts/update": {
      const checkout = readCheckout(checkoutPayload.parse(payload), at);
      return checkout ? { kind: "checkout", checkout } : { kind: "none" };
    }
    // Only what was done to an order: the order as it is comes as orders/updated.
    case "orders/edited":
      return { kind: "none" };
    case "refunds/create":
      return ofNobody(readRefundedOrder(refundPayload.parse(payload), shopCurrency, at));
    case "disputes/create":
    case "disputes/update":
      return ofNobody(readDisputedOrder(disputePayload.parse(payload), shopCurrency, at));
    case "customers/merge": {
      const merged = mergePayload.parse(payload);
      if (UNMERGED.has(merged.status?.toLowerCase() ?? "")) return { kind: "none" };
      const { admin_graphql_api_customer_kept_id: kept } = merged;
      return { kind: "people_merged", kept, gone: merged.admin_graphql_api_customer_deleted_id };
    }
    case "customers/create":
    case "customers/update": {
      const { id: customerId, email, phone } = accountPayload.parse(payload);
      return { kind: "account", customerId, email: email ?? null, phone: phone ?? null };
    }
    case "customers/delete":
      return { kind: "customer_deleted", customerId: customerPayload.parse(payload).id };
    case "customer.joined_segment":
    case "customer.left_segment": {
      const { customer_id, segment_id } = membershipPayload.parse(payload);
      const member = message.topic === "customer.joined_segment";
      return { kind: "membership", customerId: customer_id, segmentId: segment_id, member };
    }
    case "customer.tags_added":
    case "customer.tags_removed": {
      const { customerId, tags } = customerTagsPayload.parse(payload);
      return { kind: "tags", customerId, tags, has: message.topic === "customer.tags_added" };
    }
    case "discounts/delete":
      return {
        kind: "discount_deleted",
        discountId: discountDeletedPayload.parse(payload).admin_graphql_api_id,
      };
    case "discounts/create":
    case "discounts/update": {
      const changed = discountChangedPayload.parse(payload);
      const { admin_graphql_api_id: discountId, updated_at: updatedAt } = changed;
      return { kind: "discount_changed", discountId, updatedAt };
    }
    case "discounts/redeemcode_added":
    case "discounts/redeemcode_removed": {
      const { admin_graphql_api_id: discountId, redeem_code } = redeemCodePayload.parse(payload);
      const isThere = message.topic === "discounts/redeemcode_added";
      return { kind: "redeem_code", discountId, code: redeem_code.code, isThere };
    }
    // It had the code all the same.
    case "checkouts/delete":
      return { kind: "none" };
    case "app/scopes_update":
      return { kind: "scopes_changed" };
    case "app/uninstalled":
      return { kind: "uninstalled" };
    case "customers/data_request":
    case "customers/redact": {
      const { customer, orders_to_redact: orderIds } = redactPayload.parse(payload);
      const { id, email, phone } = customer;
      return {
        kind: message.topic === "customers/redact" ? "redact_customer" : "export_customer",
        messageId: message.id,
        orderIds: orderIds ?? [],
        customerId: id ?? null,
        email: email ?? null,
        phone: phone ?? null,
      };
    }
    case "shop/redact":
      return { kind: "redact_shop" };
    default:
      return { kind: "none" };
  }
}

/** What tells of an order and not of its shopper. */
function ofNobody(facts: OrderFacts | null): Told {
  const identities = { customerId: null, email: null, phone: null };
  return facts
    ? { kind: "order", report: { facts, identities }, isWhole: false, checkout: null }
    : { kind: "none" };
}
