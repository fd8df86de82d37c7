import { deserialize, serialize } from "node:v8";
import type { ShopState, World } from "./state.ts";

type Saved = { shops: Map<string, ShopState>; counters: Map<string, number>; offsetMs: number };

/** The whole world as bytes: shops hold plain data only. Webhooks under way and open checkouts are not in it. */
export function saveWorld(world: World): Buffer {
  const saved: Saved = {
    shops: new Map(world.shops),
    counters: world.counters,
    offsetMs: world.now().getTime() - Date.now(),
  };
  return serialize(saved);
}

/** Fills a new world with a saved one. */
export function restoreWorld(world: World, bytes: Buffer): void {
  const saved = deserialize(bytes) as Saved;
  for (const [domain, shop] of saved.shops) world.shops.set(domain, shop);
  for (const [kind, id] of saved.counters) world.counters.set(kind, id);
  // A minute is what reading and writing may have taken; more was moved by hand.
  if (Math.abs(saved.offsetMs) > 60_000) world.clock.move(saved.offsetMs);
}
