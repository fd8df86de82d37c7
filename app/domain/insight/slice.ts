/**
 * A part of a shop's numbers, as rollups keep them: `grain` and `key` as in app/services/redemption/rollup-sql.ts, for
 * example `campaign` and its id, `dimension:season` and "SUMMER", `shop` and "coded".
 */
export type Slice = { grain: string; key: string };

/** What can be looked at, beside the parts of names. */
const GRAINS = ["campaign", "code", "segment", "channel_coded", "shop", "without"] as const;

/** Uses of campaigns' codes: an order with the codes of two campaigns counts twice, in `CODED` once. */
export const REDEEMED: Slice = { grain: "shop", key: "redeemed" };
export const CODED: Slice = { grain: "shop", key: "coded" };
export const ALL_ORDERS: Slice = { grain: "shop", key: "orders" };
/** All orders less `CODED`: no rollup is kept of it. */
export const UNCODED: Slice = { grain: "shop", key: "uncoded" };

export type Counted = "orders" | "uses";

/** What is counted of a slice: of the shop, but for `REDEEMED`, and of where they were placed, orders; else uses of codes. */
export function countedOf(text: string): Counted {
  if (text.startsWith("channel_coded:")) return "orders";
  return [CODED, ALL_ORDERS, UNCODED].map(sliceText).includes(text) ? "orders" : "uses";
}

/** As people are counted of it: "" all orders, "+" those with a code, else a campaign's id; null: they are not counted. */
export function peopleKeyOf({ grain, key }: Slice): string | null {
  if (grain === "campaign") return key;
  if (grain !== "shop") return null;
  return key === CODED.key ? "+" : key === ALL_ORDERS.key ? "" : null;
}

/**
 * Of what campaigns brought, that whose names have no such part:
 * `REDEEMED` less all its values, so no rollup is kept of it.
 */
export function withoutField(field: string): Slice {
  return { grain: "without", key: field };
}

/**
 * Whether what was taken off is added up: of orders without a code it is not. All orders less those with one leave what other
 * discounts took off orders with one.
 */
export function hasDiscount(text: string): boolean {
  return text !== sliceText(UNCODED);
}

/** As it stands in an address: "campaign:…", "dimension:season:SUMMER". */
export function sliceText({ grain, key }: Slice): string {
  return `${grain}:${key}`;
}

const KEYS: Partial<Record<string, RegExp>> = {
  campaign: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  code: /^\d{1,18}$/,
  shop: /^(redeemed|coded|orders|uncoded)$/,
};

/** Null where the text names no slice; whether there is such a campaign is for whoever looks to find out. */
export function readSlice(text: string): Slice | null {
  const [, grain = "", key = ""] = /^(dimension:[^:]+|[a-z_]+):(.+)$/s.exec(text) ?? [];
  const isKnown = grain.startsWith("dimension:") || GRAINS.some((known) => known === grain);
  return isKnown && (KEYS[grain]?.test(key) ?? true) ? { grain, key } : null;
}
