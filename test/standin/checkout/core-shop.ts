import { isMember } from "../admin/segments/members.ts";
import { foldCode, gid, idOf } from "../gid.ts";
import { placeOrder } from "../orders/place.ts";
import { metafieldsOf, spelledNamespace } from "../metafields.ts";
import type { CodeDiscount, Customer, Order, Product, ShopState, World } from "../state.ts";
import { checkoutPayload } from "./checkout-payload.ts";
import type { CheckoutDiscount } from "./discount.ts";
import { placedOrder } from "./placed-order.ts";
import type {
  CheckoutShop,
  FunctionDiscount,
  Person,
  StoreCustomer,
  StoreProduct,
} from "./shop.ts";

/** The stand-in's state as the shopper's side reads it. Nothing is copied: what changes there changes here. */
export function checkoutShop(world: World, shop: ShopState): CheckoutShop {
  const store: CheckoutShop = {
    handle: shop.handle,
    domain: shop.domain,
    get name() {
      return shop.name;
    },
    currency: shop.currencyCode,
    timeZone: shop.ianaTimezone,
    country: shop.country,
    language: shop.locale,
    now: world.now,
    products: () => shop.products.filter(({ status }) => status === "ACTIVE").map(storeProduct),
    customers: () => shop.customers.map(storeCustomer),
    discountOf: (code) => nativeDiscount(shop, code),
    isInSegment: (customerId, segmentId) => {
      const segment = shop.segments.find(({ id }) => id === idOf(segmentId, "Segment"));
      const customer = shop.customers.find(({ id }) => id === idOf(customerId, "Customer"));
      return segment !== undefined && customer !== undefined
        ? isMember(world, shop, segment, customer)
        : false;
    },
    usesOf: (_, code) => redeemCode(shop, code)?.usageCount ?? 0,
    usedBefore: (_, code, who) =>
      shop.orders.some((order) => isOf(order, who) && usedCode(order, code)),
    functionDiscounts: () => functionDiscounts(world, shop),
    metafieldsOf: (ownerId) =>
      metafieldsOf(shop, ownerId === "shop" ? gid("Shop", shop.id) : ownerId),
    nextCheckoutId: () => world.nextId("Checkout"),
    announce: (topic, checkout) => world.emit(shop, topic, checkoutPayload(store, checkout)),
    placeOrder: (draft) => Promise.resolve(placedOrder(placeOrder(world, shop, draft))),
    ordersOf: (who) =>
      shop.orders
        .filter((order) => isOf(order, who))
        .map(placedOrder)
        .reverse(),
  };
  return store;
}

function storeProduct(product: Product): StoreProduct {
  return {
    id: gid("Product", product.id),
    title: product.title,
    handle: product.handle,
    description: product.description,
    tags: product.tags,
    collectionIds: product.collectionIds.map((id) => gid("Collection", id)),
    variants: product.variants.map(({ id, title, sku, price, requiresShipping }) => ({
      id: gid("ProductVariant", id),
      title,
      sku,
      price,
      requiresShipping,
    })),
  };
}

function storeCustomer(customer: Customer): StoreCustomer {
  const { firstName, lastName, email, phone, tags, numberOfOrders, amountSpent } = customer;
  const name = [firstName, lastName].filter((part) => part !== undefined).join(" ");
  return {
    id: gid("Customer", customer.id),
    name: name || email || phone || "Nameless",
    firstName,
    lastName,
    email,
    phone,
    tags,
    numberOfOrders,
    amountSpent,
    createdAt: customer.createdAt,
    address: customer.address,
  };
}

function codeDiscount(shop: ShopState, code: string): CodeDiscount | undefined {
  const id = shop.codeIndex.get(foldCode(code));
  const discount = id === undefined ? undefined : shop.discounts.get(id);
  return discount?.method === "code" ? discount : undefined;
}

function redeemCode(shop: ShopState, code: string) {
  return codeDiscount(shop, code)?.redeemCodes.get(foldCode(code));
}

function nativeDiscount(shop: ShopState, code: string): CheckoutDiscount | undefined {
  const discount = codeDiscount(shop, code);
  if (!discount) return undefined;
  // What another app gives off is not known here: its codes are as good as none.
  if (discount.type === "app" && discount.foreignApp !== undefined) return undefined;
  if (discount.type === "app") {
    throw new Error(`The stand-in does not imitate code discounts of functions (${code})`);
  }
  return { ...discount, id: gid("DiscountCodeNode", discount.id) };
}

function functionDiscounts(world: World, shop: ShopState): FunctionDiscount[] {
  const now = world.now();
  return [...shop.discounts.values()].flatMap((discount) => {
    if (discount.method !== "automatic" || discount.type !== "app") return [];
    if (discount.startsAt > now || (discount.endsAt && discount.endsAt <= now)) return [];
    return {
      id: gid("DiscountAutomaticNode", discount.id),
      title: discount.title,
      functionHandle: discount.functionHandle,
      classes: discount.discountClasses,
      appNamespace: (namespace) => spelledNamespace(world.config, namespace),
    };
  });
}

/** The same customer, or the same e-mail where one of the two has no account. */
function isOf(order: Order, { customerId, email }: Person): boolean {
  if (customerId !== undefined && order.customerId === idOf(customerId, "Customer")) return true;
  return email !== undefined && order.email?.toLowerCase() === email.toLowerCase();
}

/** A cancelled order still counts: Shopify does not give a use back. */
function usedCode(order: Order, code: string): boolean {
  return order.applications.some(
    (application) =>
      application.code !== undefined && foldCode(application.code) === foldCode(code),
  );
}
