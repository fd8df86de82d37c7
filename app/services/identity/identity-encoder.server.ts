import { createHmac, createSecretKey, type KeyObject } from "node:crypto";

import { encoderUnder, type EncodeOrder } from "#app/domain/identity/encode/encode-order.ts";
import type { Mac } from "#app/domain/identity/encode/mac.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";

const encoders = new WeakMap<Uint8Array, EncodeOrder>();

/** Encodes orders under the shop's identity key. Made once a key: it remembers what it hashed of bigrams. */
export function identityEncoder({ identityKey }: Pick<Shop, "identityKey">): EncodeOrder {
  const encoder = encoders.get(identityKey) ?? encoderUnder(macUnder(createSecretKey(identityKey)));
  encoders.set(identityKey, encoder);
  return encoder;
}

/** Apart from the hashes people are recognised by: the same value gives another one here. */
function macUnder(key: KeyObject): Mac {
  return (text) => {
    const bytes = createHmac("sha256", key).update(`order\n${text}`).digest();
    return [bytes.readInt32LE(0), bytes.readInt32LE(4)];
  };
}
