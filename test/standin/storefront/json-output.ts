import type { Checkout } from "../checkout/checkout.ts";
import type { PlacedOrder } from "../checkout/order-draft.ts";
import type { CheckoutShop } from "../checkout/shop.ts";

/** All amounts in minor units of `currency`. */
export function checkoutJson(shop: CheckoutShop, checkout: Checkout): object {
  return {
    token: checkout.token,
    shop: shop.domain,
    currency: shop.currency,
    lines: checkout.lines,
    buyer: checkout.buyer,
    address: checkout.address,
    codes: checkout.codes,
    verdicts: checkout.verdicts,
    price: checkout.price,
    order: checkout.order ? orderJson(checkout.order) : null,
  };
}

export function orderJson(order: PlacedOrder): object {
  return {
    id: order.id,
    name: order.name,
    createdAt: order.createdAt.toISOString(),
    total: order.total,
    financialStatus: order.financialStatus,
    cancelledAt: order.cancelledAt?.toISOString() ?? null,
    codes: order.codes,
  };
}
