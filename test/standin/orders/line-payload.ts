import { discountOf, leftOf } from "./amounts.ts";
import { amountText, moneyBag } from "./money-bag.ts";
import type { Allocation, Order, OrderLine, OrderShipping } from "./order.ts";

export function linePayload(order: Order, line: OrderLine) {
  const left = order.cancelledAt ? 0 : leftOf(order, line);
  // Shopify keeps what discounts took out of `total_discount`: it stands in the allocations alone.
  return {
    id: line.id,
    admin_graphql_api_id: `gid://shopify/LineItem/${line.id}`,
    attributed_staffs: [],
    current_quantity: left,
    fulfillable_quantity: left,
    fulfillment_service: "manual",
    fulfillment_status: null,
    gift_card: false,
    grams: 0,
    name: line.variantTitle === undefined ? line.title : `${line.title} - ${line.variantTitle}`,
    price: amountText(line.unitPrice, order.currency),
    price_set: moneyBag(line.unitPrice, order),
    product_exists: true,
    product_id: line.productId,
    properties: [],
    quantity: line.quantity,
    requires_shipping: line.requiresShipping,
    sales_line_item_group_id: null,
    sku: line.sku ?? "",
    taxable: false,
    title: line.title,
    total_discount: amountText(0, order.currency),
    total_discount_set: moneyBag(0, order),
    variant_id: line.variantId,
    variant_inventory_management: "shopify",
    variant_title: line.variantTitle ?? null,
    vendor: line.vendor ?? null,
    tax_lines: [],
    duties: [],
    discount_allocations: line.allocations.map((allocation) =>
      allocationPayload(order, allocation),
    ),
  };
}

export function shippingPayload(order: Order, shipping: OrderShipping) {
  const discounted = shipping.price - discountOf(shipping);
  return {
    id: shipping.id,
    carrier_identifier: null,
    code: shipping.code,
    current_discounted_price_set: moneyBag(discounted, order),
    discounted_price: amountText(discounted, order.currency),
    discounted_price_set: moneyBag(discounted, order),
    is_removed: false,
    phone: null,
    price: amountText(shipping.price, order.currency),
    price_set: moneyBag(shipping.price, order),
    requested_fulfillment_service_id: null,
    source: "shopify",
    title: shipping.title,
    tax_lines: [],
    discount_allocations: shipping.allocations.map((allocation) =>
      allocationPayload(order, allocation),
    ),
  };
}

function allocationPayload(order: Order, { amount, application }: Allocation) {
  return {
    amount: amountText(amount, order.currency),
    amount_set: moneyBag(amount, order),
    discount_application_index: application,
  };
}
