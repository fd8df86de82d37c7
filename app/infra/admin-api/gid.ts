/** The number at the end of Shopify's global id: "42" of "gid://shopify/Customer/42". */
export function numericId(gid: string): string {
  return gid.slice(gid.lastIndexOf("/") + 1);
}

type GidType =
  | "Customer"
  | "Segment"
  | "Order"
  | "Product"
  | "ProductVariant"
  | "Collection"
  | "DiscountCodeNode";

export function gidOf(type: GidType, id: string | bigint): string {
  return `gid://shopify/${type}/${id}`;
}
