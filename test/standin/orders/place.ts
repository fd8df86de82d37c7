import { DISCOUNT_TYPES, idOf } from "../gid.ts";
import type { ShopState, World } from "../state.ts";
import { announce } from "./announce.ts";
import { customerOf, recount } from "./buyer.ts";
import { wholeSecond } from "./change.ts";
import type { DiscountApplication, Order, OrderAddress } from "./order.ts";
import type { OrderInput, OrderInputApplication } from "./order-input.ts";
import { orderLines, orderShipping } from "./place-lines.ts";
import { countUses } from "./usage.ts";

const FIRST_NUMBER = 1_001;

/** Makes an order of a paid or pending checkout, counts its codes as used, and tells the app. */
export function placeOrder(world: World, shop: ShopState, input: OrderInput): Order {
  const buyer = customerOf(world, shop, input);
  const createdAt = wholeSecond(input.createdAt);
  const number = (shop.orders.at(-1)?.number ?? FIRST_NUMBER - 1) + 1;
  const shippingAddress = addressOf(input);
  const order: Order = {
    id: world.nextId("Order"),
    name: `#${number}`,
    number,
    createdAt,
    processedAt: createdAt,
    updatedAt: createdAt,
    cancelledAt: undefined,
    cancelReason: undefined,
    closedAt: undefined,
    financialStatus: input.financialStatus,
    test: input.isTest,
    gateway: input.gateway,
    currency: shop.currencyCode,
    presentment: input.presentment ?? { currency: shop.currencyCode, rate: 1 },
    lines: orderLines(world, shop, input),
    shipping: orderShipping(world, input),
    applications: input.applications.map(applicationOf),
    customerId: buyer?.record.id,
    email: input.email,
    phone: input.phone,
    shippingAddress,
    billingAddress: input.billingAddress ?? shippingAddress,
    browserIp: input.browserIp,
    userAgent: input.userAgent,
    referringSite: input.referringSite,
    checkoutToken: input.checkoutToken,
    cartToken: input.cartToken,
    token: hexToken(world),
    refunds: [],
    edits: [],
    tags: input.tags ?? [],
    note: input.note,
    noteAttributes: input.noteAttributes ?? [],
  };
  shop.orders.push(order);
  countUses(shop, order);
  const paid = order.financialStatus === "paid" ? (["orders/paid"] as const) : [];
  announce(world, shop, {
    order,
    at: input.createdAt,
    topics: ["orders/create", ...paid, "orders/updated"],
    newCustomer: buyer?.isNew ? buyer.record : undefined,
    recounted: recount(shop, undefined, order),
  });
  return order;
}

function applicationOf(application: OrderInputApplication): DiscountApplication {
  return {
    type: application.code === undefined ? "automatic" : "discount_code",
    code: application.code,
    title: application.title,
    discountId: idOf(application.discountId, ...DISCOUNT_TYPES) ?? Number(application.discountId),
    valueType: application.valueType,
    value: application.value,
    targetType: application.class === "SHIPPING" ? "shipping_line" : "line_item",
    targetSelection: application.targetSelection,
    allocationMethod: application.targetSelection === "explicit" ? "each" : "across",
  };
}

function addressOf({ shippingAddress: address, phone }: OrderInput): OrderAddress {
  return {
    firstName: address.firstName,
    lastName: address.lastName,
    company: undefined,
    address1: address.address1,
    address2: undefined,
    city: address.city,
    province: undefined,
    zip: address.zip,
    countryCode: address.country,
    phone,
  };
}

function hexToken(world: World): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(world.random() * 16).toString(16));
  return digits.join("");
}
