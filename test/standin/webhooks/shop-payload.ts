import { localInstant } from "../orders/local-instant.ts";
import type { ShopState } from "../state.ts";

/** The body of `app/uninstalled` and `shop/update`. */
export function shopPayload(shop: ShopState) {
  const owner = shop.staff.find(({ accountOwner }) => accountOwner);
  return {
    id: shop.id,
    name: shop.name,
    email: shop.email,
    domain: shop.domain,
    myshopify_domain: shop.domain,
    province: null,
    country: shop.country,
    address1: null,
    address2: null,
    zip: null,
    city: null,
    source: null,
    phone: null,
    latitude: null,
    longitude: null,
    primary_locale: shop.locale,
    created_at: localInstant(shop.createdAt, shop.ianaTimezone),
    updated_at: localInstant(shop.createdAt, shop.ianaTimezone),
    country_code: shop.country,
    country_name: new Intl.DisplayNames("en", { type: "region" }).of(shop.country) ?? shop.country,
    currency: shop.currencyCode,
    customer_email: shop.email,
    timezone: shop.ianaTimezone,
    iana_timezone: shop.ianaTimezone,
    shop_owner: owner ? `${owner.firstName} ${owner.lastName}` : null,
    plan_name: shop.plan,
    plan_display_name: shop.plan,
    weight_unit: "kg",
    province_code: null,
    taxes_included: false,
    has_discounts: shop.discounts.size > 0,
    has_gift_cards: false,
    password_enabled: false,
    has_storefront: true,
    eligible_for_payments: true,
    setup_required: false,
    enabled_presentment_currencies: [shop.currencyCode],
  };
}
