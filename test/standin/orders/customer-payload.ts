import type { Customer, ShopState } from "../state.ts";
import { addressPayload } from "./address-payload.ts";
import { localInstant } from "./local-instant.ts";

/** A customer as orders carry it. Nobody here has signed up for an account, so `state` is `disabled`. */
export function orderCustomerPayload(shop: ShopState, customer: Customer) {
  return {
    id: customer.id,
    created_at: localInstant(customer.createdAt, shop.ianaTimezone),
    updated_at: localInstant(customer.updatedAt, shop.ianaTimezone),
    first_name: customer.firstName ?? null,
    last_name: customer.lastName ?? null,
    state: "disabled",
    note: null,
    verified_email: true,
    multipass_identifier: null,
    tax_exempt: false,
    email: customer.email ?? null,
    phone: customer.phone ?? null,
    currency: shop.currencyCode,
    tax_exemptions: [],
    admin_graphql_api_id: `gid://shopify/Customer/${customer.id}`,
    ...(customer.address && { default_address: defaultAddress(customer, customer.address) }),
  };
}

/** The body of `customers/create` and `customers/update`. */
export function customerPayload(shop: ShopState, customer: Customer) {
  const address = customer.address && defaultAddress(customer, customer.address);
  return {
    ...orderCustomerPayload(shop, customer),
    addresses: address ? [address] : [],
  };
}

function defaultAddress(customer: Customer, address: NonNullable<Customer["address"]>) {
  const plain = addressPayload({
    firstName: customer.firstName ?? "",
    lastName: customer.lastName ?? "",
    company: undefined,
    address1: address.address1,
    address2: undefined,
    city: address.city,
    province: undefined,
    zip: address.zip,
    countryCode: address.country,
    phone: customer.phone,
  });
  return {
    ...plain,
    id: customer.id,
    customer_id: customer.id,
    country_name: plain?.country ?? null,
    default: true,
  };
}
