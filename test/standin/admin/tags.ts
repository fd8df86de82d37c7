import { readGid } from "../gid.ts";
import type { Customer, Order, Product, ShopState, World } from "../state.ts";
import { segmentMemberPayload } from "../webhooks/payloads.ts";
import { requireScope, type AdminContext, type Args } from "./context.ts";
import { refuse } from "./discounts/problems.ts";
import { unimplemented } from "./errors.ts";
import { refusable } from "./payload.ts";
import { isMember } from "./segments/members.ts";
import { nodeView } from "./views/node.ts";

export function tagMutations(context: AdminContext) {
  return {
    tagsAdd: refusable("TagsAddPayload", ["node"], (args) =>
      change(context, "tagsAdd", args, (tags, given) => [...new Set([...tags, ...given])]),
    ),
    tagsRemove: refusable("TagsRemovePayload", ["node"], (args) =>
      change(context, "tagsRemove", args, (tags, given) => {
        const gone = new Set(given.map((tag) => tag.toLowerCase()));
        return tags.filter((tag) => !gone.has(tag.toLowerCase()));
      }),
    ),
  };
}

type Retag = (tags: readonly string[], given: readonly string[]) => string[];

function change(context: AdminContext, mutation: string, args: Args, retag: Retag) {
  const { shop, world } = context;
  const id = String(args["id"]);
  const read = readGid(id);
  // The API takes a list, or one string with commas.
  const given = (args["tags"] as readonly string[])
    .flatMap((tag) => tag.split(","))
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  const is = (one: { readonly id: number }) => one.id === read?.id;
  switch (read?.type) {
    case "Customer": {
      requireScope(context, mutation, "write_customers");
      const customer = shop.customers.find(is) ?? missing();
      retagCustomer(world, shop, customer, retag(customer.tags, given));
      break;
    }
    case "Product": {
      requireScope(context, mutation, "write_products");
      const product: Product = shop.products.find(is) ?? missing();
      product.tags = retag(product.tags, given);
      break;
    }
    case "Order": {
      requireScope(context, mutation, "write_orders");
      const index = shop.orders.findIndex(is);
      const order: Order = shop.orders[index] ?? missing();
      // Orders are values: bodies already sent must stay as they were.
      shop.orders[index] = { ...order, tags: retag(order.tags, given), updatedAt: world.now() };
      break;
    }
    default:
      throw unimplemented(`tags of ${id}`);
  }
  return { node: nodeView(context, id) };
}

/** Gives a customer other tags, and tells of the segments that this lets them join or leave. */
export function retagCustomer(
  world: World,
  shop: ShopState,
  customer: Customer,
  tags: readonly string[],
): void {
  const before = shop.segments.map((segment) => isMember(world, shop, segment, customer));
  customer.tags = [...tags];
  customer.updatedAt = world.now();
  for (const [index, segment] of shop.segments.entries()) {
    const isIn = isMember(world, shop, segment, customer);
    if (isIn === before[index]) continue;
    const topic = isIn ? "customer.joined_segment" : "customer.left_segment";
    world.emit(shop, topic, segmentMemberPayload(shop, segment, customer));
  }
}

function missing(): never {
  return refuse(["id"], null, "Owner does not exist");
}
