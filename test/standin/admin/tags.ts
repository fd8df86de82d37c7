import { randomUUID } from "node:crypto";
import { gid, readGid } from "../gid.ts";
import type { Customer, Order, Product, ShopState, World } from "../state.ts";
import { customerPayload } from "../webhooks/payloads.ts";
import { requireScope, type AdminContext, type Args } from "./context.ts";
import { refuse } from "./discounts/problems.ts";
import { unimplemented } from "./errors.ts";
import { refusable } from "./payload.ts";

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
    case undefined:
    default:
      throw unimplemented(`tags of ${id}`);
  }
  return { node: context.node(id) };
}

/** Gives a customer other tags and announces it; who thereby joins or leaves a segment is found out from that. */
export function retagCustomer(
  world: World,
  shop: ShopState,
  customer: Customer,
  tags: readonly string[],
): void {
  const before = customer.tags;
  const added = tags.filter((tag) => !before.includes(tag));
  const removed = before.filter((tag) => !tags.includes(tag));
  if (added.length + removed.length === 0) return;
  customer.tags = [...tags];
  customer.updatedAt = world.now();
  const eventId = randomUUID();
  const announce = (topic: string, changed: readonly string[]) => {
    if (changed.length === 0) return;
    const occurredAt = world.now().toISOString();
    const payload = { customerId: gid("Customer", customer.id), tags: changed, occurredAt };
    world.emit(shop, topic, payload, { eventId });
  };
  announce("customer.tags_added", added);
  announce("customer.tags_removed", removed);
  world.emit(shop, "customers/update", customerPayload(shop, customer), { eventId });
}

function missing(): never {
  return refuse(["id"], null, "Owner does not exist");
}
