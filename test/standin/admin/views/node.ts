import { DISCOUNT_TYPES, readGid } from "../../gid.ts";
import type { AdminContext, View } from "../context.ts";
import { invalidId, unimplemented } from "../errors.ts";
import { bulkOperationView } from "./bulk-operation.ts";
import { cancellationView } from "./cancellation.ts";
import { bulkCreationView } from "./redeem-code.ts";
import { collectionView, productView, variantView } from "./product.ts";
import { customerView } from "./customer.ts";
import { automaticNodeView, codeNodeView, discountNodeView } from "./discount-node.ts";
import { installationView, shopView } from "./shop.ts";
import { marketView } from "./market.ts";
import { orderView, shownOrders } from "./order.ts";
import { segmentView } from "./segment.ts";

/** Whatever a global id names in this shop; null when there is no such thing (any more). */
export function nodeView(context: AdminContext, globalId: string): View | null {
  const read = readGid(globalId);
  if (!read) throw invalidId(globalId);
  const { shop, world } = context;
  const { id, type } = read;
  const found = <Item extends { readonly id: number }>(
    items: readonly Item[],
    view: (context: AdminContext, item: Item) => View,
  ) => {
    const item = items.find((one) => one.id === id);
    return item ? view(context, item) : null;
  };
  switch (type) {
    case "Customer":
      return found(shop.customers, customerView);
    case "Order":
      return found(shownOrders(context), orderView);
    case "Product":
      return found(shop.products, productView);
    case "Collection":
      return found(shop.collections, collectionView);
    case "Segment":
      return found(shop.segments, segmentView);
    case "Market":
      return found(shop.markets, marketView);
    case "ProductVariant": {
      const product = shop.products.find(({ variants }) => variants.some((one) => one.id === id));
      const variant = product?.variants.find((one) => one.id === id);
      return product && variant ? variantView(context, product, variant) : null;
    }
    case "DiscountRedeemCodeBulkCreation": {
      const creation = shop.bulkCreations.get(id);
      return creation ? bulkCreationView(context, creation) : null;
    }
    case "OrderCancelJobResult": {
      const cancellation = shop.cancellations.get(id);
      return cancellation ? cancellationView(context, cancellation) : null;
    }
    case "BulkOperation": {
      const operation = shop.bulkOperations.get(id);
      return operation ? bulkOperationView(context, operation) : null;
    }
    case "Shop":
      return id === shop.id ? shopView(context) : null;
    case "AppInstallation":
      return id === world.config.appId ? installationView(context) : null;
  }
  if (!DISCOUNT_TYPES.some((one) => one === type)) throw unimplemented(`node of type ${type}`);
  const discount = shop.discounts.get(id);
  if (!discount) return null;
  if (type === "DiscountNode") return discountNodeView(context, discount);
  if (type === "DiscountCodeNode") {
    return discount.method === "code" ? codeNodeView(context, discount) : null;
  }
  return discount.method === "automatic" ? automaticNodeView(context, discount) : null;
}
