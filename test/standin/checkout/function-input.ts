import type { BuyerFacts, FunctionFacts } from "../function/facts.ts";
import type { Checkout } from "./checkout.ts";
import type { FunctionDiscount, CheckoutShop, StoreCustomer } from "./shop.ts";
import { variantOf } from "./variants.ts";

/** The checkout as one function discount may ask about it. */
export function functionFacts(
  shop: CheckoutShop,
  checkout: Checkout,
  discount: FunctionDiscount,
  codes: readonly string[],
): FunctionFacts {
  return {
    currency: shop.currency,
    buyer: buyerFacts(shop, checkout),
    cart: {
      attributes: {},
      metafields: [],
      lines: checkout.lines.map((line, index) => {
        const { product, variant } = variantOf(shop, line.variantId);
        return {
          id: `gid://shopify/CartLine/${index + 1}`,
          quantity: line.quantity,
          unitPrice: variant.price,
          compareAtPrice: undefined,
          attributes: {},
          variant: {
            ...variant,
            metafields: shop.metafieldsOf(variant.id),
            product: {
              ...product,
              vendor: undefined,
              productType: undefined,
              metafields: shop.metafieldsOf(product.id),
            },
          },
        };
      }),
    },
    discount: { classes: discount.classes, metafields: shop.metafieldsOf(discount.id) },
    enteredCodes: codes.map((code) => ({ code, rejectable: true })),
    // An automatic discount is not triggered by a code.
    triggeringCode: undefined,
    shop: { now: shop.now(), timeZone: shop.timeZone, metafields: shop.metafieldsOf("shop") },
    country: checkout.address.country,
    language: checkout.language,
  };
}

/** A guest has no customer, even when the e-mail belongs to one. */
function buyerFacts(shop: CheckoutShop, { buyer }: Checkout): BuyerFacts | undefined {
  if (buyer.kind === "guest") {
    if (buyer.email === undefined && buyer.phone === undefined) return undefined;
    return { customer: undefined, email: buyer.email, phone: buyer.phone, isAuthenticated: false };
  }
  const customer = customerOf(shop, buyer.customerId);
  return {
    customer: customer && { ...customer, metafields: shop.metafieldsOf(customer.id) },
    email: customer?.email,
    phone: customer?.phone,
    isAuthenticated: buyer.kind === "signed-in",
  };
}

export function customerOf(shop: CheckoutShop, customerId: string): StoreCustomer | undefined {
  return shop.customers().find((customer) => customer.id === customerId);
}
