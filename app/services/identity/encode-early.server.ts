import type { Shop } from "#app/infra/db/generated/client.ts";
import { encodeBodies } from "./encode-bodies.server.ts";
import type { EncodedBody } from "./encode-body.server.ts";

/** Orders that were encoded before they were told to the shop, by the id of the webhook that tells them. */
export type EarlyEncodings = {
  /** Null: its body cannot be read; undefined: it is to be encoded when its turn comes. It is not kept any longer. */
  take(webhookId: string): EncodedBody | null | undefined;
};

export const NOTHING_EARLY: EarlyEncodings = { take: () => undefined };

export type EarlyEncoder = EarlyEncodings & {
  /** Encodes an order, beside whatever else goes on; not if there is too much to do or to keep already. */
  meet(order: EarlyOrder): void;
  /** Encodes the last that were met. @returns when all are encoded. */
  end(): Promise<void>;
};

export type EarlyOrder = { webhookId: string; id: string; body: Uint8Array };

/** Orders kept encoded, about a kilobyte each. */
const MOST_KEPT = 40_000;
/** Bytes of bodies that wait to be encoded. */
const MOST_WAITING = 32 << 20;
/** Orders given to the thread at once. */
const AT_ONCE = 200;

/** Encodes orders as they are met. Nothing rests on it: what it has not, or fails at, is encoded when its turn comes. */
export function encodeEarly(shop: Pick<Shop, "identityKey">): EarlyEncoder {
  const kept = new Map<string, EncodedBody | null>();
  let met: EarlyOrder[] = [];
  let waiting = 0;
  let encoding: Promise<unknown> = Promise.resolve();
  const encodeMet = async () => {
    const orders = met;
    met = [];
    try {
      const told = orders.map(({ id, body }) => ({ id, body, scopes: null }));
      const encoded = await encodeBodies(shop, told);
      orders.forEach(({ webhookId }, n) => kept.set(webhookId, encoded[n]!));
    } catch {
      // Whoever needs them encodes them, and is told why not.
    }
    waiting -= orders.reduce((sum, { body }) => sum + body.length, 0);
  };
  return {
    meet(order) {
      if (kept.size >= MOST_KEPT || waiting >= MOST_WAITING) return;
      met.push(order);
      waiting += order.body.length;
      if (met.length === AT_ONCE) encoding = Promise.all([encoding, encodeMet()]);
    },
    async end() {
      await Promise.all([encoding, encodeMet()]);
    },
    take(webhookId) {
      const known = kept.get(webhookId);
      kept.delete(webhookId);
      return known;
    },
  };
}
