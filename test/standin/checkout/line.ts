import type { Items } from "./discount.ts";

/** A cart line with what pricing needs of its product. `unitPrice` in minor units. */
export type CheckoutLine = {
  readonly id: string;
  readonly variantId: string;
  readonly productId: string;
  readonly collectionIds: readonly string[];
  readonly quantity: number;
  readonly unitPrice: number;
  readonly requiresShipping: boolean;
};

export function lineTotal(line: CheckoutLine): number {
  return line.unitPrice * line.quantity;
}

export function subtotalOf(lines: readonly CheckoutLine[]): number {
  return lines.reduce((sum, line) => sum + lineTotal(line), 0);
}

export function quantityOf(lines: readonly CheckoutLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}

export function isEntitled(items: Items, line: CheckoutLine): boolean {
  return (
    items.kind === "all" ||
    items.productIds.includes(line.productId) ||
    items.variantIds.includes(line.variantId) ||
    items.collectionIds.some((id) => line.collectionIds.includes(id))
  );
}
