import { createHmac, createSecretKey, type KeyObject } from "node:crypto";

import { encoderUnder, type EncodeOrder } from "#app/domain/identity/encode/encode-order.ts";
import type { Mac } from "#app/domain/identity/encode/mac.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";

/** Values, twice over; some 100 bytes each. */
const REMEMBERED = 20_000;

/** Shops of which something is remembered. */
const SHOPS = 4;

/** Those used last, the latest first. */
let encoders: { key: Uint8Array; encode: EncodeOrder }[] = [];

/**
 * Encodes orders under the shop's identity key. Made once a key, however often the shop is read anew: it remembers what it
 * hashed of values and bigrams.
 */
export function identityEncoder({ identityKey }: Pick<Shop, "identityKey">): EncodeOrder {
  const known = encoders.find(({ key }) => Buffer.compare(key, identityKey) === 0);
  const found = known ?? {
    key: identityKey,
    encode: encoderUnder(macUnder(createSecretKey(identityKey))),
  };
  encoders = [found, ...encoders.filter((each) => each !== found)].slice(0, SHOPS);
  return found.encode;
}

/**
 * Apart from the hashes people are recognised by: the same value gives another one here. Products, towns, first names
 * and the like come again and again: the latest are remembered, for as long as the process runs.
 */
function macUnder(key: KeyObject): Mac {
  let latest = new Map<string, ReturnType<Mac>>();
  let before = latest;
  return (text) => {
    const known = latest.get(text) ?? before.get(text) ?? hash(key, text);
    if (latest.size >= REMEMBERED) {
      before = latest;
      latest = new Map();
    }
    latest.set(text, known);
    return known;
  };
}

function hash(key: KeyObject, text: string): ReturnType<Mac> {
  const bytes = createHmac("sha256", key).update(`order\n${text}`).digest();
  return [bytes.readInt32LE(0), bytes.readInt32LE(4)];
}
