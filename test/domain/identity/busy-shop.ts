import { memoryIndex } from "#app/domain/identity/index/memory-index.ts";
import { orderBody } from "#app/domain/identity/order-body.schema.ts";
import type { OrderRecord } from "#app/domain/identity/order-record.ts";
import { placeOrder } from "#app/domain/identity/place-order.ts";
import { readOrderRecord } from "#app/domain/identity/read-order-record.ts";
import { makeWorld, ONCE_CODES } from "#test/worlds/world.ts";
import { encode, encoded } from "./fixtures.ts";

/** A small shop's orders with what is true of them. */
export function smallWorld(seed: number, level: "naive" | "hard") {
  const once = new Set(ONCE_CODES);
  return makeWorld({ seed, level, people: 900 }).map(({ body, truth }) => {
    const record = readOrderRecord(orderBody.parse(body))!;
    const campaign = record.codes.find(({ key }) => once.has(key))?.key ?? null;
    return { order: encode(record, campaign), truth };
  });
}

export function place(world: ReturnType<typeof smallWorld>) {
  const index = memoryIndex();
  return world.map(({ order, truth }) => {
    const placement = placeOrder(order, index);
    index.add(order, placement);
    return { order, truth, placement };
  });
}

const othersPlaced = place(smallWorld(5, "naive"));

/** A shop that has seen other people, so that shares mean something. */
export function busyIndex() {
  const index = memoryIndex();
  for (const { order, placement } of othersPlaced) index.add(order, placement);
  return index;
}

/** The nth day of August. */
export const day = (n: number) => new Date(Date.UTC(2026, 7, 1) + n * 86_400_000).toISOString();
/** How sure it is that the second of two orders is the first's shopper's, in bits. */
export function bitsAfter(first: Partial<OrderRecord>, second: Partial<OrderRecord>): number {
  const index = busyIndex();
  const one = encoded({ id: "one", placedAt: day(0), ...first });
  index.add(one, placeOrder(one, index));
  return placeOrder(encoded({ id: "two", placedAt: day(3), ...second }), index).bits ?? -99;
}
