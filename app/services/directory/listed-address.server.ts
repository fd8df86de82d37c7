import type { OrderRecord } from "#app/domain/identity/order-record.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { identityEncoder } from "../identity/identity-encoder.server.ts";
import { bytesOf } from "../identity/stored-order.server.ts";
import { identityHashes } from "../person/identity-hashes.server.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export type ListedAddress = { hash: Bytes; words: Bytes; keys: Bytes };

/** An address as it is kept: its keyed hash, and encoded as that of an order, of which nothing else is known. */
export function listedAddress(shop: Shop, email: string): ListedAddress {
  const [identity] = identityHashes(shop, { customerId: null, email, phone: null });
  const { words, keys } = identityEncoder(shop).encode({ ...NOTHING, email }, null);
  return {
    hash: Uint8Array.from(Buffer.from(identity?.hash ?? "", "hex")),
    words: Uint8Array.from(bytesOf(words)),
    keys: Uint8Array.from(bytesOf(keys)),
  };
}

const NOTHING: OrderRecord = {
  ...{ id: "0", placedAt: "1970-01-01T00:00:00.000Z", currency: "", totalMinor: 0 },
  ...{ discountMinor: 0, codes: [], customerId: null, signedIn: null, email: null, phone: null },
  ...{ shipping: null, billing: null, ip: null, userAgent: null, cardBin: null, cardLast4: null },
  ...{ basket: [], landing: null, referrer: null, isTest: false },
};
