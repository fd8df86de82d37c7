import type {
  Audience,
  DiscountTerms,
  DiscountValue,
  Items,
  Minimum,
} from "#app/domain/discount/terms.ts";
import { parseMinor } from "#app/domain/shared/money.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import type {
  ContextFragment,
  ItemsFragment,
  MinimumFragment,
  ReadDiscountQuery,
} from "#app/infra/admin-api/generated/operations.ts";

type CodeDiscount = NonNullable<ReadDiscountQuery["codeDiscountNode"]>["codeDiscount"];
export type NativeDiscount = Exclude<CodeDiscount, { __typename: "DiscountCodeApp" }>;
type Basic = Extract<CodeDiscount, { __typename: "DiscountCodeBasic" }>;
type Bxgy = Extract<CodeDiscount, { __typename: "DiscountCodeBxgy" }>;

/** What a discount read from Shopify says; amounts are in the shop's currency. Null for what an app's function decides. */
export function readTerms(discount: CodeDiscount, currency: string): DiscountTerms | null {
  if (discount.__typename === "DiscountCodeApp") return null;
  const { combinesWith } = discount;
  const shared = {
    title: discount.title,
    startsAt: instant(discount.startsAt),
    endsAt: discount.endsAt === null ? null : instant(discount.endsAt),
    usageLimit: discount.usageLimit,
    oncePerCustomer: discount.appliesOncePerCustomer,
    audience: audienceOf(discount.context),
    combines: {
      order: combinesWith.orderDiscounts,
      product: combinesWith.productDiscounts,
      shipping: combinesWith.shippingDiscounts,
    },
  };
  const all: Items = { kind: "all" };
  switch (discount.__typename) {
    case "DiscountCodeBasic":
      return {
        ...shared,
        value: basicValue(discount.customerGets.value, currency),
        items: itemsOf(discount.customerGets.items),
        minimum: minimumOf(discount.minimumRequirement, currency),
      };
    case "DiscountCodeFreeShipping": {
      const { maximumShippingPrice, destinationSelection: to } = discount;
      const value: DiscountValue = {
        kind: "free_shipping",
        maximumPriceMinor: maximumShippingPrice
          ? minor(maximumShippingPrice.amount, currency)
          : null,
        countries: to.__typename === "DiscountCountries" ? [...to.countries].sort() : null,
      };
      const minimum = minimumOf(discount.minimumRequirement, currency);
      return { ...shared, value, items: all, minimum };
    }
    case "DiscountCodeBxgy":
      return {
        ...shared,
        value: bxgyValue(discount, currency),
        items: itemsOf(discount.customerGets.items),
        minimum: null,
      };
  }
}

function basicValue(value: Basic["customerGets"]["value"], currency: string): DiscountValue {
  if (value.__typename === "DiscountAmount") {
    const amountMinor = minor(value.amount.amount, currency);
    return { kind: "fixed_amount", amountMinor, eachItem: value.appliesOnEachItem };
  }
  const fraction = value.__typename === "DiscountPercentage" ? value.percentage : 0;
  return { kind: "percentage", basisPoints: basisPoints(fraction) };
}

function bxgyValue(discount: Bxgy, currency: string): DiscountValue {
  const { customerBuys, customerGets, usesPerOrderLimit } = discount;
  const need: Minimum =
    customerBuys.value.__typename === "DiscountQuantity"
      ? { kind: "quantity", quantity: Number(customerBuys.value.quantity) }
      : { kind: "subtotal", minor: minor(customerBuys.value.amount, currency) };
  const gets = customerGets.value;
  const onQuantity = gets.__typename === "DiscountOnQuantity" ? gets : null;
  const effect = onQuantity?.effect;
  return {
    kind: "buy_x_get_y",
    buys: { items: itemsOf(customerBuys.items), need },
    quantity: Number(onQuantity?.quantity.quantity ?? 0),
    basisPoints: effect?.__typename === "DiscountPercentage" ? basisPoints(effect.percentage) : 0,
    usesPerOrder: usesPerOrderLimit,
  };
}

function audienceOf(context: ContextFragment): Audience {
  switch (context.__typename) {
    case "DiscountBuyerSelectionAll":
      return { kind: "all" };
    case "DiscountCustomerSegments":
      return { kind: "segments", ids: idsOf(context.segments) };
    case "DiscountCustomers":
      return { kind: "customers", ids: idsOf(context.customers) };
    case "DiscountMarkets":
      return { kind: "markets", ids: [] };
  }
}

function itemsOf(items: ItemsFragment): Items {
  switch (items.__typename) {
    case "AllDiscountItems":
      return { kind: "all" };
    case "DiscountCollections":
      return items.collections.pageInfo.hasNextPage
        ? { kind: "unknown" }
        : { kind: "collections", ids: idsOf(items.collections.nodes) };
    case "DiscountProducts": {
      const { products, productVariants: variants } = items;
      return products.pageInfo.hasNextPage || variants.pageInfo.hasNextPage
        ? { kind: "unknown" }
        : { kind: "products", ids: idsOf(products.nodes), variantIds: idsOf(variants.nodes) };
    }
  }
}

function minimumOf(minimum: MinimumFragment | null, currency: string): Minimum | null {
  if (!minimum) return null;
  return minimum.__typename === "DiscountMinimumQuantity"
    ? { kind: "quantity", quantity: Number(minimum.greaterThanOrEqualToQuantity) }
    : { kind: "subtotal", minor: minor(minimum.greaterThanOrEqualToSubtotal.amount, currency) };
}

function idsOf(nodes: readonly { id: string }[]): string[] {
  return nodes.map(({ id }) => numericId(id)).sort((a, b) => Number(a) - Number(b));
}

function minor(amount: string, currency: string): number {
  const read = parseMinor(amount, currency);
  if (read === null)
    throw new Error(`Shopify gave an amount that is none in ${currency}: ${amount}`);
  return read;
}

/** 0.15 is 1,500 hundredths of a percent; finer ones are rounded. */
function basisPoints(fraction: number): number {
  return Math.round(fraction * 10_000);
}

/** Shopify writes "2026-06-01T00:00:00Z", we "2026-06-01T00:00:00.000Z". */
function instant(text: string): string {
  return new Date(text).toISOString();
}
