import { gid } from "../../gid.ts";
import type { Customer, Order } from "../../state.ts";
import { connection } from "../connection.ts";
import type { AdminContext, Args, View } from "../context.ts";
import { moneyView } from "../money.ts";
import { instant } from "../scalars.ts";
import { number, searchFor, text, time, words, type Filters } from "../search/match.ts";
import { metafieldFields } from "./metafields.ts";
import { orderView } from "./order.ts";

export function customerView(context: AdminContext, customer: Customer): View {
  const { shop } = context;
  const ordersOf = () => shop.orders.filter((order) => order.customerId === customer.id);
  return {
    __typename: "Customer",
    ...personFields(context, customer),
    legacyResourceId: String(customer.id),
    email: customer.email ?? null,
    phone: customer.phone ?? null,
    tags: [...customer.tags],
    locale: customer.locale,
    state: "DISABLED",
    verifiedEmail: true,
    note: null,
    createdAt: instant(customer.createdAt),
    updatedAt: instant(customer.updatedAt),
    lastOrder: () => {
      const last = ordersOf().at(-1);
      return last ? orderView(context, last) : null;
    },
    orders: (args: Args) =>
      connection(
        "OrderConnection",
        {
          items: ordersOf(),
          idOf: ({ id }) => id,
          view: (order: Order) => orderView(context, order),
          sortBy: { CREATED_AT: (order) => order.createdAt.getTime() },
        },
        args,
      ),
  };
}

export function segmentMemberView(context: AdminContext, customer: Customer): View {
  const last = context.shop.orders.findLast((order) => order.customerId === customer.id);
  return {
    __typename: "CustomerSegmentMember",
    ...personFields(context, customer),
    // Segment members are customers, but their ids are spelled after what they are here.
    id: gid("CustomerSegmentMember", customer.id),
    note: null,
    lastOrderId: last ? gid("Order", last.id) : null,
  };
}

/** What customers and segment members have in common. */
function personFields(context: AdminContext, customer: Customer) {
  const { firstName, lastName, email, phone, numberOfOrders, amountSpent } = customer;
  const id = gid("Customer", customer.id);
  return {
    id,
    firstName: firstName ?? null,
    lastName: lastName ?? null,
    displayName: displayName(customer),
    defaultEmailAddress: email ? emailView(email) : null,
    defaultPhoneNumber: phone
      ? { __typename: "CustomerPhoneNumber", phoneNumber: phone, marketingState: "NOT_SUBSCRIBED" }
      : null,
    defaultAddress: customer.address ? addressOf(customer) : null,
    numberOfOrders: String(numberOfOrders),
    amountSpent: moneyView(amountSpent, context.shop.currencyCode),
    ...metafieldFields(context, id),
  };
}

function displayName({ firstName, lastName, email, phone }: Customer): string {
  const name = [firstName, lastName].filter((part) => part !== undefined).join(" ");
  return name || email || phone || "";
}

function emailView(email: string): View {
  return {
    __typename: "CustomerEmailAddress",
    emailAddress: email,
    marketingState: "NOT_SUBSCRIBED",
    validFormat: true,
  };
}

function addressOf({ address, ...customer }: Customer): View {
  return {
    __typename: "MailingAddress",
    id: gid("MailingAddress", `${customer.id}?model_name=CustomerAddress`),
    firstName: customer.firstName ?? null,
    lastName: customer.lastName ?? null,
    address1: address?.address1 ?? null,
    address2: null,
    city: address?.city ?? null,
    zip: address?.zip ?? null,
    countryCodeV2: address?.country ?? null,
    phone: customer.phone ?? null,
  };
}

export function searchCustomers(
  context: AdminContext,
  customers: readonly Customer[],
  query: string,
): readonly Customer[] {
  const { now } = context.world;
  const filters: Filters<Customer> = {
    default: words((one) => [one.firstName, one.lastName, one.email, one.phone]),
    id: number((one) => one.id),
    email: words((one) => [one.email]),
    first_name: text((one) => one.firstName),
    last_name: text((one) => one.lastName),
    phone: text((one) => one.phone),
    country: text((one) => one.address?.country),
    tag: text((one) => one.tags),
    tag_not: (one, term) => !text<Customer>(({ tags }) => tags)(one, term),
    orders_count: number((one) => one.numberOfOrders),
    customer_date: time((one) => one.createdAt, now),
    updated_at: time((one) => one.updatedAt, now),
  };
  return searchFor(filters, customers, query);
}
