import {
  AT,
  CAMPAIGN_KEYS,
  KEYS,
  type EncodedOrder,
  type FurtherUse,
} from "#app/domain/identity/encode/encoded-order.ts";
import { couponSiteOf } from "#app/domain/signal/coupon-site.ts";
import type { JudgedOrder } from "#app/domain/signal/signal.ts";
import { EXACT_BITS } from "#app/domain/signal/signals/overshoot.ts";
import type { FoundSignal } from "#app/domain/signal/weigh-signals.ts";

/** Bytes of an order's words, and of its keys, one after the other as the machine lays them out (little endian). */
export const WORDS_BYTES = AT.end * 4;
export const KEYS_BYTES = KEYS * 8;

/** A row of `identity_order` that is encoded. `at`: ms since 1970. */
export type StoredOrder = {
  id: string;
  at: number;
  words: Buffer;
  keys: Buffer;
  scope: string | null;
  further: StoredUse[] | null;
};

/** A further use. `keys`: at the places of `CAMPAIGN_KEYS`; `signals`: as the order's own. */
export type StoredUse = { scope: string; keys: number[]; signals: FoundSignal[] } & StoredBits;

/**
 * What signals look at of an order, and `exactBits` of its first use. `referrer`: the host somebody came from, of orders that
 * were scored before it was read whether it is a coupon site.
 */
export type StoredFacts = Omit<JudgedOrder, "id"> & StoredBits & { referrer?: string | null };

/** What signals look at of an order that was scored. */
export function judgedOrder(id: string, facts: StoredFacts): JudgedOrder {
  const { exactBits: _bits, referrer = null, couponSite, ...others } = facts;
  const visit = { referrer: referrer && `https://${referrer}`, landing: null };
  return { id, ...others, couponSite: couponSite ?? couponSiteOf(visit) };
}

/** Absent: as usual. */
type StoredBits = { exactBits?: number };

export function storedBits(exactBits: number): StoredBits {
  return exactBits === EXACT_BITS ? {} : { exactBits };
}

export function encodedOf({ id, at, words, keys, scope, further }: StoredOrder): EncodedOrder {
  return {
    ...{ id, at, campaign: scope },
    words: new Int32Array(copyOf(words, WORDS_BYTES)),
    keys: new Float64Array(copyOf(keys, KEYS_BYTES)),
    further: further?.map(furtherOf) ?? [],
  };
}

export function furtherOf({ scope, keys: known }: StoredUse): FurtherUse {
  const keys = new Float64Array(KEYS);
  CAMPAIGN_KEYS.forEach((place, at) => (keys[place] = known[at]!));
  return { campaign: scope, keys };
}

export function storedUse(
  { campaign, keys }: FurtherUse,
  signals: FoundSignal[],
  exactBits: number,
): StoredUse {
  const own = CAMPAIGN_KEYS.map((place) => keys[place]!);
  return { scope: campaign, keys: own, signals, ...storedBits(exactBits) };
}

/** At an address of its own: views of numbers need one that their width divides. */
function copyOf({ buffer, byteOffset }: Buffer, length: number): ArrayBuffer {
  return (buffer as ArrayBuffer).slice(byteOffset, byteOffset + length);
}

export function bytesOf({ buffer, byteOffset, byteLength }: Int32Array | Float64Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** The columns of a `StoredOrder`, of a table called `o`. */
export const STORED = `
  o.order_id::text AS id, (extract(epoch FROM o.placed_at) * 1000)::float8 AS at, o.words, o.keys, o.scope,
  o.further`;
