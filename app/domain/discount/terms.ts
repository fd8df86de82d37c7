/**
 * What a discount in Shopify says, in one form for what we want of it and for what is there. Instants are ISO 8601 in
 * UTC, amounts minor units of the shop's currency, ids the numbers of Shopify's global ids in ascending order.
 */
export type DiscountTerms = {
  title: string;
  startsAt: string;
  /** An instant; null: no end; `STOPPED`: ended by hand, whenever that was; only ever wanted, never read. */
  endsAt: string | null;
  usageLimit: number | null;
  oncePerCustomer: boolean;
  audience: Audience;
  combines: Combines;
  value: DiscountValue;
  items: Items;
  minimum: Minimum | null;
};

export const STOPPED = "stopped";

export type Audience =
  | { kind: "all" }
  | { kind: "segments"; ids: readonly string[] }
  | { kind: "customers"; ids: readonly string[] }
  /** Imported and left alone. */
  | { kind: "markets"; ids: readonly string[] };

/** Which other discounts it goes together with. */
export type Combines = { order: boolean; product: boolean; shipping: boolean };

export type DiscountValue =
  | { kind: "percentage"; basisPoints: number }
  | { kind: "fixed_amount"; amountMinor: number; eachItem: boolean }
  | { kind: "free_shipping"; maximumPriceMinor: number | null; countries: readonly string[] | null }
  /** Buy X get Y: `gets` items, `quantity` of them, so many hundredths of a percent off. */
  | {
      kind: "buy_x_get_y";
      buys: { items: Items; need: Minimum };
      quantity: number;
      basisPoints: number;
      usesPerOrder: number | null;
    };

/** What a discount is on; `unknown`: more, or other things, than we can compare, which are left alone. */
export type Items =
  | { kind: "all" }
  | { kind: "products"; ids: readonly string[]; variantIds: readonly string[] }
  | { kind: "collections"; ids: readonly string[] }
  | { kind: "unknown" };

export type Minimum = { kind: "subtotal"; minor: number } | { kind: "quantity"; quantity: number };

/** What is merged by itself. */
export type TermsField = keyof DiscountTerms;

export const TERMS_FIELDS = [
  "title",
  "startsAt",
  "endsAt",
  "usageLimit",
  "oncePerCustomer",
  "audience",
  "combines",
  "value",
  "items",
  "minimum",
] as const satisfies readonly TermsField[];

/** A discount that has ended takes no code, however it came to its end. */
export function hasEnded({ endsAt }: Pick<DiscountTerms, "endsAt">, now: Date): boolean {
  return endsAt === STOPPED || (endsAt !== null && new Date(endsAt) <= now);
}

/**
 * What time it is for Shopify, as far as the status it tells of a discount says: its clock and ours may differ, and a
 * discount that was stopped just now must not count as going on, nor one that goes on as stopped.
 */
export function timeThere(
  { status, endsAt }: { status: string; endsAt: string | null },
  now: Date,
): Date {
  const end = endsAt === null || endsAt === STOPPED ? null : new Date(endsAt);
  if (end === null) return now;
  const isOver = status.toLowerCase() === "expired";
  if (isOver === end <= now) return now;
  return isOver ? end : new Date(end.getTime() - 1);
}
