import { decodeStanding } from "#app/domain/policy/standing-wire.ts";
import { gid } from "#test/standin/gid.ts";
import { metafieldOf, spelledNamespace } from "#test/standin/metafields.ts";
import { openStandin } from "../standin/child.ts";
import type { Asked, Seen, Told } from "./child-words.ts";

/*
 * The stand-in in a process of its own, so that running the guard's function does not take the app's processor time.
 * Watches what one customer orders, and what stands on them at that moment.
 */
const { standin, shop, ready, end } = await openStandin();
const { world } = standin;
const customer = shop.customers.find(({ email }) => email !== undefined);
if (!customer) throw new Error("The stand-in has nobody to race.");
const namespace = spelledNamespace(world.config, "$app");
const tell = (told: Told) => process.send?.(told);

/** How often the customer has used anything, by their standing. */
function usesOnStanding(): number {
  const ownerId = gid("Customer", customer?.id ?? 0);
  const read = shop && decodeStanding(metafieldOf(shop, ownerId, namespace, "standing")?.value);
  return read?.ok ? Math.max(0, ...read.standing.uses.map(({ total }) => total)) : 0;
}

const LOOK_MS = 2;
let seen: Seen = { before: 0, after: 0, lagMs: 0, orders: [] };
let reachedAt: number | undefined;

function watch(limit: number): void {
  seen = { before: 0, after: 0, lagMs: 0, orders: [] };
  world.on(({ shop: where, topic, payload }) => {
    const order = payload as { id: number; customer?: { id: number } | null };
    if (where !== shop || topic !== "orders/create" || order.customer?.id !== customer?.id) return;
    seen.orders.push(String(order.id));
    if (usesOnStanding() < limit) seen.before += 1;
    else seen.after += 1;
    if (seen.orders.length === limit) reachedAt = Date.now();
  });
  const looking = setInterval(() => {
    if (reachedAt === undefined || usesOnStanding() < limit) return;
    seen.lagMs = Date.now() - reachedAt;
    clearInterval(looking);
  }, LOOK_MS);
}

process.on("message", (asked: Asked | { ask: "end" }) => {
  switch (asked.ask) {
    case "app":
      return standin.setAppUrl(asked.url);
    case "holds": {
      const values = [...shop.metafields.values()].map(({ value }) => value);
      return tell({ tell: "holds", holds: values.some((value) => value.includes(asked.code)) });
    }
    case "watch":
      return watch(asked.limit);
    case "seen":
      return tell({ tell: "seen", ...seen });
    case "end":
      return end();
  }
});
ready();
