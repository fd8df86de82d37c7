import { randomUUID } from "node:crypto";
import { isMember } from "../admin/segments/members.ts";
import { readGid } from "../gid.ts";
import type { Customer, Segment, ShopState, World, WorldEvent } from "../state.ts";
import { segmentMemberPayload } from "./payloads.ts";

/** What tells of a customer that may now be in other segments than before. */
const TOPICS = [
  "customers/create",
  "customers/update",
  "customers/purchasing_summary",
  "customer.tags_added",
  "customer.tags_removed",
];

/**
 * Tells who joined or left a segment after something happened to a customer. Segments are looked at when they are
 * made or changed, and whoever is in one then has not joined it; time alone (`-30d`) moves nobody. Returns how to
 * stop.
 */
export function watchSegments(world: World): () => void {
  const known = new WeakMap<Segment, { readonly query: string; readonly ids: Set<number> }>();

  function membersOf(shop: ShopState, segment: Segment): Set<number> {
    const seen = known.get(segment);
    if (seen?.query === segment.query) return seen.ids;
    const members = shop.customers.filter((one) => isMember(world, shop, segment, one));
    const ids = new Set(members.map(({ id }) => id));
    known.set(segment, { query: segment.query, ids });
    return ids;
  }

  function look(shop: ShopState, customer: Customer, { triggeredAt, eventId }: WorldEvent): void {
    for (const segment of shop.segments) {
      const ids = membersOf(shop, segment);
      const isIn = isMember(world, shop, segment, customer);
      if (isIn === ids.has(customer.id)) continue;
      if (isIn) ids.add(customer.id);
      else ids.delete(customer.id);
      const topic = isIn ? "customer.joined_segment" : "customer.left_segment";
      const options = { triggeredAt, eventId: eventId ?? randomUUID() };
      world.emit(shop, topic, segmentMemberPayload(shop, segment, customer), options);
    }
  }

  const lookAtNew = (shop: ShopState) => {
    for (const segment of shop.segments) membersOf(shop, segment);
  };

  for (const shop of world.shops.values()) lookAtNew(shop);
  return world.on((event) => {
    if (event.topic.startsWith("segments/")) lookAtNew(event.shop);
    if (!TOPICS.includes(event.topic)) return;
    const id = customerIdOf(event.payload);
    const customer = event.shop.customers.find((one) => one.id === id);
    if (customer) look(event.shop, customer, event);
  });
}

/** `customers/*` bodies have a number, the newer topics a gid under a name of their own. */
function customerIdOf(payload: unknown): number | undefined {
  if (typeof payload !== "object" || payload === null) return undefined;
  if ("customerId" in payload) return readGid(String(payload.customerId))?.id;
  return "id" in payload ? Number(payload.id) : undefined;
}
