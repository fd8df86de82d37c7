import type {
  BuyerFacts,
  CartLineFacts,
  CustomerFacts,
  FunctionFacts,
  MetafieldFact,
} from "./facts.ts";
import { byteLength, LIMITS } from "./limits.ts";
import { wallClock } from "./local-time.ts";
import { decimal } from "./money.ts";

type MetafieldArguments = { readonly namespace?: string | null; readonly key: string };

/** Turns `$app` (or nothing) and `$app:x` into the namespace the calling app owns. */
export type AppNamespace = (namespace: string | null | undefined) => string;

/**
 * The value graphql-js walks. A field that is absent here is one the stand-in does not imitate: the executor's
 * field resolver answers it with an error instead of a silent null (see `input.ts`).
 */
export function rootValue(facts: FunctionFacts, appNamespace: AppNamespace): object {
  const metafields = metafieldReader(appNamespace);
  const money = (minor: number): object => ({
    amount: decimal(minor, facts.currency),
    currencyCode: facts.currency,
  });
  const subtotal = facts.cart.lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  return {
    cart: {
      attribute: attributeReader(facts.cart.attributes),
      buyerIdentity: facts.buyer ? buyer(facts.buyer, metafields, money) : null,
      cost: { subtotalAmount: money(subtotal), totalAmount: money(subtotal) },
      // Shopify leaves delivery groups empty for the cart-lines target.
      deliveryGroups: [],
      lines: facts.cart.lines.map((line) => cartLine(line, metafields, money)),
      metafield: metafields(facts.cart.metafields),
    },
    discount: {
      discountClasses: facts.discount.classes,
      metafield: metafields(facts.discount.metafields),
    },
    enteredDiscountCodes: facts.enteredCodes,
    fetchResult: null,
    localization: {
      country: { isoCode: facts.country },
      language: { isoCode: facts.language.toUpperCase().replace("-", "_") },
    },
    presentmentCurrencyRate: "1.0",
    shop: {
      localTime: localTime(facts.shop.now, facts.shop.timeZone),
      metafield: metafields(facts.shop.metafields),
    },
    triggeringDiscountCode: facts.triggeringCode ?? null,
  };
}

type Metafields = (owned: readonly MetafieldFact[]) => (args: MetafieldArguments) => object | null;
type Money = (minor: number) => object;

function buyer(facts: BuyerFacts, metafields: Metafields, money: Money): object {
  return {
    customer: facts.customer ? customer(facts.customer, metafields, money) : null,
    email: facts.email ?? null,
    phone: facts.phone ?? null,
    isAuthenticated: facts.isAuthenticated,
    purchasingCompany: null,
    shopUser: null,
  };
}

function customer(facts: CustomerFacts, metafields: Metafields, money: Money): object {
  const name = [facts.firstName, facts.lastName].filter((part) => part !== undefined).join(" ");
  return {
    id: facts.id,
    email: facts.email ?? null,
    firstName: facts.firstName ?? null,
    lastName: facts.lastName ?? null,
    displayName: name !== "" ? name : (facts.email ?? ""),
    numberOfOrders: facts.numberOfOrders,
    amountSpent: money(facts.amountSpent),
    createdAt: facts.createdAt.toISOString(),
    metafield: metafields(facts.metafields),
    ...tagReaders(facts.tags),
  };
}

function cartLine(line: CartLineFacts, metafields: Metafields, money: Money): object {
  const { variant } = line;
  const { product } = variant;
  return {
    id: line.id,
    quantity: line.quantity,
    attribute: attributeReader(line.attributes),
    cost: {
      amountPerQuantity: money(line.unitPrice),
      compareAtAmountPerQuantity:
        line.compareAtPrice === undefined ? null : money(line.compareAtPrice),
      subtotalAmount: money(line.unitPrice * line.quantity),
      totalAmount: money(line.unitPrice * line.quantity),
    },
    discountAllocations: [],
    sellingPlanAllocation: null,
    parentRelationship: null,
    merchandise: {
      __typename: "ProductVariant",
      id: variant.id,
      title: variant.title,
      sku: variant.sku ?? null,
      requiresShipping: variant.requiresShipping,
      metafield: metafields(variant.metafields),
      ...collectionReaders(product.collectionIds),
      product: {
        id: product.id,
        title: product.title,
        handle: product.handle,
        vendor: product.vendor ?? null,
        productType: product.productType ?? null,
        isGiftCard: false,
        metafield: metafields(product.metafields),
        ...tagReaders(product.tags),
        ...collectionReaders(product.collectionIds),
      },
    },
  };
}

function metafieldReader(appNamespace: AppNamespace): Metafields {
  return (owned) =>
    ({ namespace, key }) => {
      const wanted = appNamespace(namespace);
      const found = owned.find((field) => field.namespace === wanted && field.key === key);
      if (!found || byteLength(found.value) > LIMITS.metafieldValueBytes) return null;
      return { type: found.type, value: found.value, jsonValue: () => jsonValue(found) };
    };
}

/** JSON-like types are parsed, all others are the text itself. */
function jsonValue({ type, value }: MetafieldFact): unknown {
  const parsed =
    type === "json" || type === "boolean" || type.startsWith("number_") || type.startsWith("list.");
  return parsed ? (JSON.parse(value) as unknown) : value;
}

function attributeReader(attributes: Readonly<Record<string, string>>) {
  return ({ key }: { readonly key?: string | null }): object | null => {
    const value = typeof key !== "string" ? undefined : attributes[key];
    return value === undefined ? null : { key, value };
  };
}

function tagReaders(owned: readonly string[]): object {
  const has = (tag: string): boolean =>
    owned.some((candidate) => candidate.toLowerCase() === tag.trim().toLowerCase());
  return {
    hasAnyTag: ({ tags }: { readonly tags: readonly string[] }) => tags.some(has),
    hasTags: ({ tags }: { readonly tags: readonly string[] }) =>
      tags.map((tag) => ({ tag, hasTag: has(tag) })),
  };
}

function collectionReaders(owned: readonly string[]): object {
  return {
    inAnyCollection: ({ ids }: { readonly ids: readonly string[] }) =>
      ids.some((id) => owned.includes(id)),
    inCollections: ({ ids }: { readonly ids: readonly string[] }) =>
      ids.map((collectionId) => ({ collectionId, isMember: owned.includes(collectionId) })),
  };
}

function localTime(now: Date, timeZone: string): object {
  const clock = wallClock(now, timeZone);
  type At = { readonly dateTime: string };
  type Span = { readonly startDateTime: string; readonly endDateTime: string };
  type AtTime = { readonly time: string };
  type TimeSpan = { readonly startTime: string; readonly endTime: string };
  return {
    date: clock.date,
    dateTimeAfter: ({ dateTime }: At) => clock.dateTime >= dateTime,
    dateTimeBefore: ({ dateTime }: At) => clock.dateTime < dateTime,
    dateTimeBetween: ({ startDateTime, endDateTime }: Span) =>
      clock.dateTime >= startDateTime && clock.dateTime <= endDateTime,
    timeAfter: ({ time }: AtTime) => clock.time >= time,
    timeBefore: ({ time }: AtTime) => clock.time < time,
    timeBetween: ({ startTime, endTime }: TimeSpan) =>
      clock.time >= startTime && clock.time <= endTime,
  };
}
