import type { OrderAddress } from "./order.ts";

const countries = new Intl.DisplayNames("en", { type: "region" });

export function addressPayload(address: OrderAddress | undefined) {
  if (!address) return null;
  return {
    first_name: address.firstName,
    address1: address.address1,
    phone: address.phone ?? null,
    city: address.city,
    zip: address.zip,
    province: address.province ?? null,
    country: countries.of(address.countryCode) ?? address.countryCode,
    last_name: address.lastName,
    address2: address.address2 ?? null,
    company: address.company ?? null,
    latitude: null,
    longitude: null,
    name: `${address.firstName} ${address.lastName}`.trim(),
    country_code: address.countryCode,
    province_code: null,
  };
}
