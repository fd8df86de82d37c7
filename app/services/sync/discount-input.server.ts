import {
  STOPPED,
  type Audience,
  type DiscountTerms,
  type DiscountValue,
  type Items,
  type Minimum,
  type TermsField,
} from "#app/domain/discount/terms.ts";
import { decimalText } from "#app/domain/shared/money.ts";
import { gidOf } from "#app/infra/admin-api/gid.ts";
import type {
  CountryCode,
  DiscountCodeBasicInput,
  DiscountCodeBxgyInput,
  DiscountCodeFreeShippingInput,
  DiscountContextInput,
  DiscountItemsInput,
  DiscountMinimumRequirementInput,
} from "#app/infra/admin-api/generated/operations.ts";

/** What is to be written: `fields` of `ours`, over what stands there (null: nothing yet). All else stays as it is. */
export type Write = {
  ours: DiscountTerms;
  theirs: DiscountTerms | null;
  fields: ReadonlySet<TermsField>;
  currency: string;
  /** All tags the discount is to have; null: as they are. */
  tags: readonly string[] | null;
};

/** The input of the mutation for the offer's kind of discount. */
export type DiscountInput =
  | { kind: "basic"; input: DiscountCodeBasicInput }
  | { kind: "free_shipping"; input: DiscountCodeFreeShippingInput }
  | { kind: "bxgy"; input: DiscountCodeBxgyInput };

export function discountInput(write: Write): DiscountInput {
  const { ours, theirs, fields, currency } = write;
  const { value } = ours;
  const common = commonInput(write);
  const minimumRequirement = fields.has("minimum")
    ? { minimumRequirement: minimumInput(ours.minimum, currency) }
    : {};
  const items = itemsInput(ours.items, theirs?.items ?? null);
  if (value.kind === "free_shipping") {
    const shipping = fields.has("value") ? shippingInput(value, theirs, currency) : {};
    return { kind: "free_shipping", input: { ...common, ...minimumRequirement, ...shipping } };
  }
  if (value.kind === "buy_x_get_y") {
    const bxgy = fields.has("value") ? bxgyInput(value, theirs, currency) : {};
    const gets = {
      ...(fields.has("value") ? { value: bxgyGets(value) } : {}),
      ...(fields.has("items") && items ? { items } : {}),
    };
    const customerGets = Object.keys(gets).length > 0 ? { customerGets: gets } : {};
    return { kind: "bxgy", input: { ...common, ...bxgy, ...customerGets } };
  }
  const gets = {
    ...(fields.has("value") ? { value: basicValue(value, currency) } : {}),
    ...(fields.has("items") && items ? { items } : {}),
  };
  const customerGets = Object.keys(gets).length > 0 ? { customerGets: gets } : {};
  return { kind: "basic", input: { ...common, ...minimumRequirement, ...customerGets } };
}

function commonInput({ ours, theirs, fields, tags }: Write) {
  const { title, startsAt, endsAt, usageLimit, oncePerCustomer, audience, combines } = ours;
  // A discount that is stopped is stopped by a call of its own.
  const dates = endsAt === STOPPED ? {} : { ...(fields.has("endsAt") ? { endsAt } : {}) };
  return {
    ...(fields.has("title") ? { title } : {}),
    ...(fields.has("startsAt") ? { startsAt } : {}),
    ...dates,
    ...(fields.has("usageLimit") ? { usageLimit } : {}),
    ...(fields.has("oncePerCustomer") ? { appliesOncePerCustomer: oncePerCustomer } : {}),
    ...(fields.has("audience") ? { context: contextInput(audience, theirs?.audience) } : {}),
    ...(fields.has("combines")
      ? {
          combinesWith: {
            orderDiscounts: combines.order,
            productDiscounts: combines.product,
            shippingDiscounts: combines.shipping,
          },
        }
      : {}),
    ...(tags ? { tags: [...tags] } : {}),
  };
}

function contextInput(audience: Audience, before: Audience | undefined): DiscountContextInput {
  const changeOf = (kind: "segments" | "customers", ids: readonly string[]) => {
    const type = kind === "segments" ? "Segment" : "Customer";
    const known = before?.kind === kind ? before.ids : [];
    return {
      add: ids.filter((id) => !known.includes(id)).map((id) => gidOf(type, id)),
      remove: known.filter((id) => !ids.includes(id)).map((id) => gidOf(type, id)),
    };
  };
  switch (audience.kind) {
    case "segments":
      return { customerSegments: changeOf("segments", audience.ids) };
    case "customers":
      return { customers: changeOf("customers", audience.ids) };
    case "all":
    case "markets":
      return { all: "ALL" };
  }
}

/**
 * Null when it is not ours to say. What stands there is taken out even where it is of another kind: Shopify adds what
 * it is given to what it has, and refuses products beside collections.
 */
function itemsInput(items: Items, before: Items | null): DiscountItemsInput | null {
  if (items.kind === "unknown") return null;
  if (items.kind === "all") return { all: true };
  const [now, then] = [idsOf(items), idsOf(before)];
  const added = (of: keyof ItemIds) => now[of].filter((id) => !then[of].includes(id));
  const removed = (of: keyof ItemIds) => then[of].filter((id) => !now[of].includes(id));
  const products = {
    productsToAdd: added("products").map((id) => gidOf("Product", id)),
    productsToRemove: removed("products").map((id) => gidOf("Product", id)),
    productVariantsToAdd: added("variants").map((id) => gidOf("ProductVariant", id)),
    productVariantsToRemove: removed("variants").map((id) => gidOf("ProductVariant", id)),
  };
  const collections = {
    add: added("collections").map((id) => gidOf("Collection", id)),
    remove: removed("collections").map((id) => gidOf("Collection", id)),
  };
  return {
    ...(items.kind === "products" || before?.kind === "products" ? { products } : {}),
    ...(items.kind === "collections" || before?.kind === "collections" ? { collections } : {}),
  };
}

type ItemIds = Record<"products" | "variants" | "collections", readonly string[]>;

function idsOf(items: Items | null): ItemIds {
  const none = { products: [], variants: [], collections: [] };
  if (items?.kind === "collections") return { ...none, collections: items.ids };
  if (items?.kind !== "products") return none;
  return { ...none, products: items.ids, variants: items.variantIds };
}

function minimumInput(
  minimum: Minimum | null,
  currency: string,
): DiscountMinimumRequirementInput | null {
  if (!minimum) return null;
  return minimum.kind === "quantity"
    ? { quantity: { greaterThanOrEqualToQuantity: String(minimum.quantity) } }
    : { subtotal: { greaterThanOrEqualToSubtotal: decimalText(minimum.minor, currency) } };
}

function basicValue(
  value: Extract<DiscountValue, { kind: "percentage" | "fixed_amount" }>,
  currency: string,
) {
  if (value.kind === "percentage") return { percentage: value.basisPoints / 10_000 };
  const amount = decimalText(value.amountMinor, currency);
  return { discountAmount: { amount, appliesOnEachItem: value.eachItem } };
}

type Shipping = Extract<DiscountValue, { kind: "free_shipping" }>;

function shippingInput(
  { maximumPriceMinor, countries }: Shipping,
  theirs: DiscountTerms | null,
  currency: string,
): Pick<DiscountCodeFreeShippingInput, "destination" | "maximumShippingPrice"> {
  const before = theirs?.value.kind === "free_shipping" ? (theirs.value.countries ?? []) : [];
  return {
    destination: countries
      ? {
          countries: {
            add: countries.filter((each) => !before.includes(each)) as CountryCode[],
            remove: before.filter((each) => !countries.includes(each)) as CountryCode[],
          },
        }
      : { all: true },
    maximumShippingPrice:
      maximumPriceMinor === null ? null : decimalText(maximumPriceMinor, currency),
  };
}

type BuyXGetY = Extract<DiscountValue, { kind: "buy_x_get_y" }>;

function bxgyInput(value: BuyXGetY, theirs: DiscountTerms | null, currency: string) {
  const before = theirs?.value.kind === "buy_x_get_y" ? theirs.value.buys.items : null;
  const items = itemsInput(value.buys.items, before);
  const { need } = value.buys;
  return {
    usesPerOrderLimit: value.usesPerOrder,
    customerBuys: {
      ...(items ? { items } : {}),
      value:
        need.kind === "quantity"
          ? { quantity: String(need.quantity) }
          : { amount: decimalText(need.minor, currency) },
    },
  };
}

function bxgyGets({ quantity, basisPoints }: BuyXGetY) {
  const effect = { percentage: basisPoints / 10_000 };
  return { discountOnQuantity: { quantity: String(quantity), effect } };
}
