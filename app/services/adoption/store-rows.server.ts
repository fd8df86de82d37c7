import { codeKey } from "#app/domain/code/code-key.ts";
import type { DiscountTerms } from "#app/domain/discount/terms.ts";
import { numericId } from "#app/infra/admin-api/gid.ts";
import type { ReadStoreDiscountsQuery } from "#app/infra/admin-api/generated/operations.ts";
import { readTerms, type NativeDiscount } from "../sync/read-terms.server.ts";

/** A discount of a store as it is kept. */
export type DiscountRow = {
  id: string;
  method: "code" | "automatic";
  kind: "basic" | "free_shipping" | "bxgy" | "app";
  title: string;
  status: string;
  startsAt: string;
  endsAt: string | null;
  terms: DiscountTerms | null;
  tags: readonly string[];
  codes: number;
  uses: number;
  subscriptionOnly: boolean;
  createdAt: string;
  updatedAt: string;
};

/** A code of a store as it is kept. */
export type RedeemCodeRow = {
  id: string;
  discountId: string;
  code: string;
  key: string;
  uses: number;
};

export type StoreNode = ReadStoreDiscountsQuery["discountNodes"]["nodes"][number];
type StoreDiscount = StoreNode["discount"];

const KINDS: Record<string, DiscountRow["kind"]> = {
  Basic: "basic",
  FreeShipping: "free_shipping",
  Bxgy: "bxgy",
  App: "app",
};

/** What is kept of a discount; null for a kind that Shopify has added since. */
export function discountRow({ id, discount }: StoreNode, currency: string): DiscountRow | null {
  const [, method, kind] = /^Discount(Code|Automatic)(\w+)$/.exec(discount.__typename) ?? [];
  const known = KINDS[kind ?? ""];
  if (!known) return null;
  const { title, status, startsAt, endsAt, tags, createdAt, updatedAt } = discount;
  return {
    ...{ id: numericId(id), method: method === "Code" ? "code" : "automatic", kind: known },
    ...{ title, status: status.toLowerCase(), startsAt, endsAt, tags, createdAt, updatedAt },
    terms: isNativeCode(discount) ? readTerms(withItems(discount), currency) : null,
    codes: "codesCount" in discount ? (discount.codesCount?.count ?? 0) : 0,
    uses: discount.asyncUsageCount,
    subscriptionOnly: isNativeCode(discount) && isSubscriptionOnly(discount),
  };
}

type NativeCode = Extract<StoreDiscount, Pick<NativeDiscount, "__typename">>;

function isNativeCode(discount: StoreDiscount): discount is NativeCode {
  const { __typename: name } = discount;
  return (
    name === "DiscountCodeBasic" ||
    name === "DiscountCodeFreeShipping" ||
    name === "DiscountCodeBxgy"
  );
}

function isSubscriptionOnly(discount: NativeCode): boolean {
  const applies = "customerGets" in discount ? discount.customerGets : discount;
  return applies.appliesOnSubscription && !applies.appliesOnOneTimePurchase;
}

/** Which products or collections is not known yet: as if there were too many to tell. */
function withItems(discount: NativeCode): NativeDiscount {
  const more = { nodes: [], pageInfo: { hasNextPage: true } };
  const filled = <T extends object>(of: T & { items: object }) => ({
    ...of,
    items: { ...of.items, products: more, productVariants: more, collections: more },
  });
  return {
    ...discount,
    ...("customerGets" in discount && { customerGets: filled(discount.customerGets) }),
    ...("customerBuys" in discount && { customerBuys: filled(discount.customerBuys) }),
  } as NativeDiscount;
}

type RedeemCodeNode = { id: string; code: string; asyncUsageCount: number };

export function redeemCodeRow(node: RedeemCodeNode, discountId: string): RedeemCodeRow {
  const { id, code, asyncUsageCount: uses } = node;
  return { id: numericId(id), discountId, code, key: codeKey(code), uses };
}
