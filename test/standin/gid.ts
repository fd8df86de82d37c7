/** Shopify's global ids: `gid://shopify/Customer/1001`. */
export function gid(type: string, id: number | string): string {
  return `gid://shopify/${type}/${id}`;
}

/** The type and number of a global id; undefined when it is none. A query string after the number is ignored. */
export function readGid(value: string): { type: string; id: number } | undefined {
  const [, type, id] = /^gid:\/\/shopify\/(\w+)\/(\d+)(?:\?.*)?$/.exec(value) ?? [];
  return type === undefined || id === undefined ? undefined : { type, id: Number(id) };
}

/** The number of a global id of one of these types; undefined when it is of another, or none. */
export function idOf(value: string, ...types: readonly string[]): number | undefined {
  const read = readGid(value);
  return read && types.includes(read.type) ? read.id : undefined;
}

/** One discount has up to three spellings, depending on the query it was read with. */
export const DISCOUNT_TYPES = [
  "DiscountNode",
  "DiscountCodeNode",
  "DiscountAutomaticNode",
] as const;

/** Discount codes are the same code when these are the same. */
export function foldCode(code: string): string {
  return code.trim().toLowerCase();
}
