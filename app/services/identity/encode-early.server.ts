import type { Shop } from "#app/infra/db/generated/client.ts";
import { encodeBody, type EncodedBody } from "./encode-body.server.ts";

/** Orders that were encoded before they were told to the shop, by the id of the webhook that tells them. */
export type EarlyEncodings = {
  /** Null: its body cannot be read; undefined: it is to be encoded when its turn comes. It is not kept any longer. */
  take(webhookId: string): EncodedBody | null | undefined;
};

export const NOTHING_EARLY: EarlyEncodings = { take: () => undefined };

export type EarlyEncoder = EarlyEncodings & {
  /** Encodes an order; not if there are too many to keep already. */
  meet(order: EarlyOrder): void;
};

export type EarlyOrder = { webhookId: string; id: string; body: Uint8Array };

/** Orders kept encoded, about a kilobyte each. */
export const MOST_KEPT = 40_000;

/** Encodes orders as they are met. Nothing rests on it: what it has not, or fails at, is encoded when its turn comes. */
export function encodeEarly(shop: Pick<Shop, "identityKey">): EarlyEncoder {
  const kept = new Map<string, EncodedBody | null>();
  return {
    meet({ webhookId, id, body }) {
      if (kept.size >= MOST_KEPT) return;
      try {
        kept.set(webhookId, encodeBody(shop, { id, body, scopes: null }));
      } catch {
        // Whoever needs it encodes it, and is told why not.
      }
    },
    take(webhookId) {
      const known = kept.get(webhookId);
      kept.delete(webhookId);
      return known;
    },
  };
}
