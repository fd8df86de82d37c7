import { idOf } from "../gid.ts";
import type { Customer, ShopState, World } from "../state.ts";
import { amountsOf } from "./amounts.ts";
import type { Order } from "./order.ts";
import type { OrderInput } from "./order-input.ts";

/**
 * Whose order it is. Shopify keeps a customer record for everybody who buys: a guest gets the one with their e-mail
 * or phone, or a new one. Undefined when there is nothing to tell the buyer by.
 */
export function customerOf(
  world: World,
  shop: ShopState,
  input: OrderInput,
): { readonly record: Customer; readonly isNew: boolean } | undefined {
  const known = knownCustomer(shop, input);
  if (known) return { record: known, isNew: false };
  const { email, phone, shippingAddress: address } = input;
  if (email === undefined && phone === undefined) return undefined;
  const record: Customer = {
    id: world.nextId("Customer"),
    firstName: address.firstName,
    lastName: address.lastName,
    email,
    phone,
    tags: [],
    numberOfOrders: 0,
    amountSpent: 0,
    createdAt: input.createdAt,
    updatedAt: input.createdAt,
    locale: shop.locale,
    address: {
      address1: address.address1,
      city: address.city,
      zip: address.zip,
      country: address.country,
    },
  };
  shop.customers.push(record);
  return { record, isNew: true };
}

function knownCustomer(
  shop: ShopState,
  { customerId, email, phone }: OrderInput,
): Customer | undefined {
  if (customerId !== undefined) {
    const id = idOf(customerId, "Customer") ?? Number(customerId);
    return shop.customers.find((customer) => customer.id === id);
  }
  const folded = email?.trim().toLowerCase();
  return (
    shop.customers.find((one) => folded !== undefined && one.email?.toLowerCase() === folded) ??
    shop.customers.find((one) => phone !== undefined && one.phone === phone)
  );
}

/** What an order adds to its customer: cancelled ones do not count, money counts while it is the shop's. */
function weightOf(order: Order): { readonly orders: number; readonly spent: number } {
  const isPaid = ["paid", "partially_refunded", "refunded"].includes(order.financialStatus);
  const { total, refunded } = amountsOf(order);
  return { orders: order.cancelledAt ? 0 : 1, spent: isPaid ? total - refunded : 0 };
}

/**
 * Keeps the customer's totals in step with a change of one order; `before` is undefined for a new one. Returns the
 * customer if anything changed.
 */
export function recount(
  shop: ShopState,
  before: Order | undefined,
  after: Order,
): Customer | undefined {
  const customer = shop.customers.find(({ id }) => id === after.customerId);
  if (!customer) return undefined;
  const [was, is] = [before ? weightOf(before) : { orders: 0, spent: 0 }, weightOf(after)];
  if (is.orders === was.orders && is.spent === was.spent) return undefined;
  customer.numberOfOrders += is.orders - was.orders;
  customer.amountSpent += is.spent - was.spent;
  customer.updatedAt = after.updatedAt;
  return customer;
}
