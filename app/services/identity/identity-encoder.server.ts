import { encoderUnder, type OrderEncoder } from "#app/domain/identity/encode/encode-order.ts";
import type { Mac } from "#app/domain/identity/encode/mac.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";
import { keyedHash } from "#app/infra/keyed-hash.server.ts";

/** Values, twice over; some 100 bytes each. */
const REMEMBERED = 20_000;

/** Shops of which something is remembered. */
const SHOPS = 4;

/** Those used last, the latest first. */
let encoders: { key: Uint8Array; encoder: OrderEncoder }[] = [];

/**
 * Encodes orders under the shop's identity key. Made once a key, however often the shop is read anew: it remembers what it
 * hashed of values and bigrams.
 */
export function identityEncoder({ identityKey }: Pick<Shop, "identityKey">): OrderEncoder {
  const known = encoders.find(({ key }) => Buffer.compare(key, identityKey) === 0);
  const found = known ?? {
    key: identityKey,
    encoder: encoderUnder(macUnder(identityKey)),
  };
  encoders = [found, ...encoders.filter((each) => each !== found)].slice(0, SHOPS);
  return found.encoder;
}

/**
 * Apart from the hashes people are recognised by: the same value gives another one here. Products, pages, names
 * and the like come again and again: the latest are remembered, for as long as the process runs.
 */
function macUnder(key: Uint8Array): Mac {
  const hash = keyedHash(key, "binary");
  let latest = new Map<string, ReturnType<Mac>>();
  let before = latest;
  const fresh = (text: string) => wordsOf(hash(`order\n${text}`));
  return (text, comesAgain) => {
    if (!comesAgain) return fresh(text);
    const late = latest.get(text);
    if (late) return late;
    const known = before.get(text) ?? fresh(text);
    if (latest.size >= REMEMBERED) {
      before = latest;
      latest = new Map();
    }
    latest.set(text, known);
    return known;
  };
}

function wordsOf(bytes: string): ReturnType<Mac> {
  return [wordAt(bytes, 0), wordAt(bytes, 4)];
}

/** Little endian, with its sign. */
function wordAt(bytes: string, at: number): number {
  const byte = (place: number) => bytes.charCodeAt(at + place);
  return byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24);
}
