/**
 * A part of a shop's numbers, as rollups keep them: `grain` and `key` as in app/services/redemption/rollup-sql.ts, for
 * example `campaign` and its id, `dimension:season` and "SUMMER", `shop` and "coded".
 */
export type Slice = { grain: string; key: string };

/** What can be looked at side by side. `dimension:` stands for any part of names. */
export const GRAINS = ["campaign", "code", "segment", "channel_coded", "shop"] as const;

export const CODED: Slice = { grain: "shop", key: "coded" };
export const ALL_ORDERS: Slice = { grain: "shop", key: "orders" };

/** As it stands in an address: "campaign:…", "dimension:season:SUMMER". */
export function sliceText({ grain, key }: Slice): string {
  return `${grain}:${key}`;
}

/** Null where the text names no slice; whether there is such a campaign is for whoever looks to find out. */
export function readSlice(text: string): Slice | null {
  const [, grain = "", key = ""] = /^(dimension:[^:]+|[a-z_]+):(.+)$/s.exec(text) ?? [];
  const isKnown = grain.startsWith("dimension:") || GRAINS.some((known) => known === grain);
  if (!isKnown || (grain === "shop" && key !== "coded" && key !== "orders")) return null;
  return { grain, key };
}
