import { nameKey, type NamedKind, type Names } from "#app/domain/discount/named.ts";
import type { Items, Minimum } from "#app/domain/discount/terms.ts";
import { plural } from "#app/components/format/number.ts";

/** How values are written: in the shop's zone, locale and the campaign's currency, with what ids are called. */
export type ValueView = {
  moment: (iso: string) => string;
  money: (minor: number) => string;
  percent: (share: number) => string;
  number: (value: number) => string;
  names: Names;
};

/** More names than this say less than their number. */
const MOST_NAMES = 5;

export function itemsWords(items: Items, view: ValueView): string {
  switch (items.kind) {
    case "all":
      return "All products";
    case "collections":
      return listWords("collection", items.ids, view);
    case "products": {
      const products = items.ids.length > 0 ? [listWords("product", items.ids, view)] : [];
      const variants =
        items.variantIds.length > 0 ? [listWords("variant", items.variantIds, view)] : [];
      return [...products, ...variants].join("; ") || "No product";
    }
    case "unknown":
      return "More products than can be compared here";
  }
}

export function minimumWords(minimum: Minimum, { money, number }: ValueView): string {
  if (minimum.kind === "subtotal") return `From ${money(minimum.minor)}`;
  return `From ${number(minimum.quantity)} ${plural(minimum.quantity, "item", "items")}`;
}

/** "Newsletter, VIP"; "customer 12" for one whose name is not known; only how many when they are many. */
export function listWords(
  kind: NamedKind,
  ids: readonly string[],
  { names, number }: ValueView,
): string {
  if (ids.length === 0) return `No ${kind}`;
  if (ids.length > MOST_NAMES) return `${number(ids.length)} ${kind}s`;
  return ids.map((id) => names[nameKey(kind, id)] ?? `${kind} ${id}`).join(", ");
}
