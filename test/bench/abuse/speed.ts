import { memoryIndex } from "#app/domain/identity/index/memory-index.ts";
import type { IdentityIndex } from "#app/domain/identity/index/identity-index.ts";
import { placeOrder } from "#app/domain/identity/place-order.ts";
import type { EncodedOrder } from "#app/domain/identity/encode/encoded-order.ts";
import { makeWorld, ONCE_CODES } from "#test/worlds/world.ts";
import { readCases } from "./cases.ts";

/** Orders that are timed at each size. */
const TIMED = 2_000;

/** Milliseconds an order takes to place when `small` and `large` orders are known: many worlds, one after the other, in one shop. */
export function measureSpeed(
  small: number,
  large: number,
  progress: (message: string) => void,
): { small: number; large: number } {
  const index = memoryIndex();
  let known = 0;
  let seed = 900;
  let smallMs = 0;
  let next: EncodedOrder[] = [];
  const more = () => {
    const orders = makeWorld({ seed: ++seed, level: "mixed" });
    next = readCases(
      orders.map(({ body }) => ({ body, isOverLimit: false, household: "" })),
      new Set(ONCE_CODES),
    ).map(({ encoded }, i) => ({
      ...encoded,
      id: `${seed}-${i}`,
      at: encoded.at + (seed - 901) * 120 * 86_400_000,
    }));
  };
  while (known < large) {
    if (next.length <= TIMED) more();
    const isSmall = smallMs === 0 && known >= small;
    if (isSmall) {
      smallMs = time(index, next.splice(0, TIMED));
      known += TIMED;
    }
    // Between the sizes orders are only filed under their own cluster: placing a million would only take longer.
    for (const order of next.splice(0, Math.max(1, Math.min(next.length - TIMED, large - known)))) {
      if (known < small) index.add(order, placeOrder(order, index));
      else index.add(order, { cluster: order.id, absorbed: [], isRing: false });
      known++;
      if (known % 100_000 === 0) progress(`${known} orders known`);
    }
  }
  if (next.length < TIMED) more();
  return { small: smallMs, large: time(index, next.splice(0, TIMED)) };
}

function time(index: IdentityIndex, orders: readonly EncodedOrder[]): number {
  const start = performance.now();
  for (const order of orders) index.add(order, placeOrder(order, index));
  return (performance.now() - start) / orders.length;
}
