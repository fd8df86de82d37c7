import { idOf } from "../gid.ts";
import type { ShopState, World } from "../state.ts";
import type { Allocation, OrderLine, OrderShipping } from "./order.ts";
import type { OrderInput } from "./order-input.ts";

/** The lines as ordered, each with what the applications took off it, enriched with what the shop knows. */
export function orderLines(world: World, shop: ShopState, input: OrderInput): OrderLine[] {
  return input.lines.map((line) => {
    const productId = idOf(line.productId, "Product") ?? Number(line.productId);
    const variantId = idOf(line.variantId, "ProductVariant") ?? Number(line.variantId);
    const product = shop.products.find(({ id }) => id === productId);
    const variant = product?.variants.find(({ id }) => id === variantId);
    const hasVariants = (product?.variants.length ?? 0) > 1;
    return {
      id: world.nextId("LineItem"),
      productId,
      variantId,
      title: product?.title ?? line.title,
      variantTitle: hasVariants ? variant?.title : undefined,
      sku: variant?.sku,
      vendor: product?.vendor,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      requiresShipping: variant?.requiresShipping ?? input.shippingPrice !== undefined,
      allocations: input.applications.flatMap(({ lines }, application): Allocation[] =>
        lines
          .filter(({ lineId }) => lineId === line.lineId)
          .map(({ amount }) => ({ application, amount })),
      ),
    };
  });
}

export function orderShipping(
  world: World,
  { shippingPrice, applications }: OrderInput,
): OrderShipping | undefined {
  if (shippingPrice === undefined) return undefined;
  return {
    id: world.nextId("ShippingLine"),
    title: "Standard",
    code: "Standard",
    price: shippingPrice,
    allocations: applications.flatMap(({ shipping }, application) =>
      shipping === 0 ? [] : [{ application, amount: shipping }],
    ),
  };
}
