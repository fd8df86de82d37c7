import type { Checkout } from "./checkout.ts";
import { customerOf } from "./function-input.ts";
import type { Client, OrderDraft, PaymentMethod } from "./order-draft.ts";
import type { CheckoutShop } from "./shop.ts";
import { pricedLines, titleOf, variantOf } from "./variants.ts";

const GATEWAYS: Readonly<Record<PaymentMethod, string>> = {
  card: "shopify_payments",
  "declined-card": "shopify_payments",
  "bank-transfer": "Bank Deposit",
  "test-gateway": "bogus",
};

/** The order a checkout becomes. A bank transfer is pending until the money arrives. */
export function draftOf(
  shop: CheckoutShop,
  checkout: Checkout,
  { method, client }: { readonly method: PaymentMethod; readonly client: Client },
): OrderDraft {
  const { buyer, address } = checkout;
  const customer = buyer.kind === "guest" ? undefined : customerOf(shop, buyer.customerId);
  const lines = pricedLines(shop, checkout.lines);
  return {
    checkoutToken: checkout.token,
    cartToken: checkout.cartToken,
    customerId: customer?.id,
    email: buyer.kind === "guest" ? buyer.email : customer?.email,
    phone: buyer.kind === "guest" ? buyer.phone : customer?.phone,
    lines: lines.map((line) => ({
      lineId: line.id,
      variantId: line.variantId,
      productId: line.productId,
      title: titleOf(variantOf(shop, line.variantId)),
      quantity: line.quantity,
      unitPrice: line.unitPrice,
    })),
    shippingPrice: lines.some((line) => line.requiresShipping)
      ? checkout.price.shipping
      : undefined,
    shippingAddress: {
      ...address,
      firstName: address.firstName || (customer?.firstName ?? "Guest"),
      lastName: address.lastName || (customer?.lastName ?? "Shopper"),
    },
    applications: checkout.price.applications,
    financialStatus: method === "bank-transfer" ? "pending" : "paid",
    gateway: GATEWAYS[method],
    isTest: method === "test-gateway",
    browserIp: client.ip,
    userAgent: client.userAgent,
    createdAt: shop.now(),
  };
}
