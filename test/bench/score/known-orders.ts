import { KEY, type EncodedOrder } from "#app/domain/identity/encode/encoded-order.ts";
import type { EncodeOrder } from "#app/domain/identity/encode/encode-order.ts";
import { orderBody } from "#app/domain/identity/order-body.schema.ts";
import { readOrderRecord } from "#app/domain/identity/read-order-record.ts";
import { makeWorld, type WorldOptions } from "#test/worlds/world.ts";
import { replicator } from "./replicas.ts";

export type KnownOrder = { encoded: EncodedOrder; cluster: string };

export type Known = {
  /** By when they were placed. Their ids count up from 1. */
  orders: KnownOrder[];
  /** Webhook bodies of what is placed next, in order: those of people the shop knows among them. */
  next: Record<string, unknown>[];
};

/** Worlds that are made and encoded one by one; each is a shop of 120 days and some 25,000 orders. */
const SEEDS = [901, 902, 903, 904];
const DAY_MS = 86_400_000;
/** A shop's orders are kept for two years. */
const KEPT_MS = 730 * DAY_MS;
/** A world lasts so long. */
const LASTS_MS = 120 * DAY_MS;
const LEVEL: WorldOptions["level"] = "mixed";

type Placed = { at: number; body: Record<string, unknown>; code: string | null };

/** What is made and encoded once, for a shop of any size: `present` is the world whose orders come next. */
export type Worlds = { present: Placed[]; encoded: EncodedOrder[][]; next: number };

/** `next`: so many orders are what comes next. `campaigns`: ids by code. */
export function makeWorlds(
  encode: EncodeOrder,
  campaigns: ReadonlyMap<string, string>,
  next: number,
): Worlds {
  const [present, ...past] = SEEDS.map(ordersOf);
  if (!present) throw new Error("There is no world.");
  const encoded = [present.slice(0, -next), ...past].map((orders) =>
    orders.flatMap(({ body, code }) => {
      const record = readOrderRecord(orderBody.parse(body));
      return record ? [encode(record, code === null ? null : (campaigns.get(code) ?? null))] : [];
    }),
  );
  return { present, encoded, next };
}

/**
 * A shop with `count` orders and what comes next. Where the worlds are not enough they are replicated, each time as other
 * people's. A customer's orders stand in one cluster.
 */
export function knownOrders({ present, encoded, next }: Worlds, count: number): Known {
  const coming = present.slice(-next);
  const until = coming[0]!.at;
  const all = encoded[0]!.slice(-count);
  const replicate = replicator(encoded);
  for (let copy = 0; all.length < count; copy++)
    for (const [world, orders] of encoded.entries()) {
      if (copy === 0 && world === 0) continue;
      const shift = ((copy * 0.618 + world * 0.377) % 1) * (KEPT_MS - LASTS_MS);
      for (const order of orders.slice(0, count - all.length)) {
        const at = order.at - shift;
        all.push({ ...replicate(order, copy), at: at < until ? at : at - LASTS_MS });
      }
    }
  return {
    orders: filed(all),
    next: coming.map(({ body }, n) => ({ ...body, id: 9_000_000_000 + n })),
  };
}

function ordersOf(seed: number, world: number): Placed[] {
  return makeWorld({ seed, level: LEVEL }).map(({ at, body, code }) => {
    const customer = body["customer"] as { id: number } | null;
    // Every world numbers its customers alike.
    const told = customer && { ...customer, id: customer.id + world * 1_000_000 };
    return { at, body: { ...body, customer: told }, code };
  });
}

/** In the order they were placed, those of one mailbox in one cluster. */
function filed(orders: EncodedOrder[]): KnownOrder[] {
  const clusters = new Map<number, string>();
  return orders
    .sort((a, b) => a.at - b.at)
    .map((order, n) => {
      const id = String(n + 1);
      const mailbox = order.keys[KEY.email]!;
      const cluster = mailbox === 0 ? id : (clusters.get(mailbox) ?? id);
      if (mailbox !== 0) clusters.set(mailbox, cluster);
      return { encoded: { ...order, id }, cluster };
    });
}
