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

/** Null when it is not ours to say. */
function itemsInput(items: Items, before: Items | null): DiscountItemsInput | null {
  const changeOf = (
    type: "Product" | "ProductVariant" | "Collection",
    ids: readonly string[],
    known: readonly string[],
  ) => ({
    add: ids.filter((id) => !known.includes(id)).map((id) => gidOf(type, id)),
    remove: known.filter((id) => !ids.includes(id)).map((id) => gidOf(type, id)),
  });
  switch (items.kind) {
    case "all":
      return { all: true };
    case "unknown":
      return null;
    case "collections":
      return {
        collections: changeOf(
          "Collection",
          items.ids,
          before?.kind === "collections" ? before.ids : [],
        ),
      };
    case "products": {
      const known = before?.kind === "products" ? before : null;
      const products = changeOf("Product", items.ids, known?.ids ?? []);
      const variants = changeOf("ProductVariant", items.variantIds, known?.variantIds ?? []);
      return {
        products: {
          productsToAdd: products.add,
          productsToRemove: products.remove,
          productVariantsToAdd: variants.add,
          productVariantsToRemove: variants.remove,
        },
      };
    }
  }
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
