import type { FunctionFacts, MetafieldFact } from "../function/facts.ts";
import type { Checkout } from "./checkout.ts";
import type { CheckoutDiscount } from "./discount.ts";
import type { Address, OrderDraft, PlacedOrder } from "./order-draft.ts";

/**
 * What the shopper's side needs of a store, whoever keeps its state: `core-shop.ts` fits the stand-in's state to
 * it, tests write it down as data.
 */
export type CheckoutShop = {
  readonly handle: string;
  readonly domain: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly country: string;
  /** BCP 47; what a checkout speaks unless the shopper chose another. */
  readonly language: string;
  /** The shop's clock, which the panel can move. */
  readonly now: () => Date;
  readonly products: () => readonly StoreProduct[];
  readonly customers: () => readonly StoreCustomer[];
  readonly discountOf: (code: string) => CheckoutDiscount | undefined;
  readonly isInSegment: (customerId: string, segmentId: string) => boolean;
  readonly usesOf: (discount: CheckoutDiscount, code: string) => number;
  readonly usedBefore: (discount: CheckoutDiscount, code: string, who: Person) => boolean;
  /** Active automatic app discounts: each runs its function at every checkout. */
  readonly functionDiscounts: () => readonly FunctionDiscount[];
  readonly metafieldsOf: (ownerId: string) => readonly MetafieldFact[];
  readonly nextCheckoutId: () => number;
  /** Tells the app of a checkout as it is now. */
  readonly announce: (topic: "checkouts/create" | "checkouts/update", checkout: Checkout) => void;
  readonly placeOrder: (draft: OrderDraft) => Promise<PlacedOrder>;
  readonly ordersOf: (who: Person) => readonly PlacedOrder[];
};

/** Whoever is buying, as far as known. */
export type Person = {
  readonly customerId: string | undefined;
  readonly email: string | undefined;
};

export type StoreProduct = {
  readonly id: string;
  readonly title: string;
  readonly handle: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly collectionIds: readonly string[];
  readonly variants: readonly StoreVariant[];
};

export type StoreVariant = {
  readonly id: string;
  readonly title: string;
  readonly sku: string | undefined;
  readonly price: number;
  readonly requiresShipping: boolean;
};

export type StoreCustomer = {
  readonly id: string;
  readonly name: string;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly email: string | undefined;
  readonly phone: string | undefined;
  readonly tags: readonly string[];
  readonly numberOfOrders: number;
  readonly amountSpent: number;
  readonly createdAt: Date;
  readonly address: Pick<Address, "address1" | "city" | "zip"> | undefined;
};

export type FunctionDiscount = {
  readonly id: string;
  readonly title: string;
  readonly functionHandle: string;
  readonly classes: FunctionFacts["discount"]["classes"];
  readonly appNamespace: (namespace: string | null | undefined) => string;
};
