import { BLOOM_WORDS } from "./bloom.ts";

/** Where each part lies in `words`: keyed hashes of 32 bits, 0 when unknown, and Bloom encodings of four. */
export const AT = layout([
  ["flags", 1],
  ["customer", 1],
  ["email", 1],
  ["spelling", 1],
  ["stem", 1],
  ["stemBits", BLOOM_WORDS],
  ["domain", 1],
  ["phone", 1],
  ["otherPhone", 1],
  ["first", 1],
  ["initial", 1],
  ["firstBits", BLOOM_WORDS],
  ["last", 1],
  ["lastBits", BLOOM_WORDS],
  ["recipientFirst", 1],
  ["recipientLast", 1],
  ["house", 1],
  ["door", 1],
  ["doorNumber", 1],
  ["area", 1],
  ["streetBits", BLOOM_WORDS],
  ["billHouse", 1],
  ["billDoor", 1],
  ["billDoorNumber", 1],
  ["billArea", 1],
  ["billStreetBits", BLOOM_WORDS],
  ["ip", 1],
  ["range", 1],
  ["agent", 1],
  ["card", 1],
  ["bin", 1],
  ["product", 1],
  ["landing", 1],
  // How address and phone are typed, 16 bits each; 0 of orders encoded before it was kept.
  ["typed", 1],
]);

export const FLAG = {
  /** The mailbox is made of the shopper's own name: then it says nothing beyond the name. */
  stemIsName: 1,
  disposable: 2,
  relay: 4,
  pickUp: 8,
  /** No referrer: typed, or kept back. */
  direct: 16,
  signedIn: 32,
  guest: 256,
  /** Ordered to an address that is not the payer's. */
  elsewhere: 128,
  /** The given name is one that is known, and no slip of another. */
  knownName: 4096,
} as const;

/** Three bits of the flags: which of a family's bearers of one name, 1 the eldest; 0 when nothing tells. */
const GENERATION_AT = 9;

export function generationOf(words: Int32Array): number {
  return (words[AT.flags]! >>> GENERATION_AT) & 7;
}

export function generationFlag(generation: number | null): number {
  return (generation ?? 0) << GENERATION_AT;
}

/**
 * The highest bits of the flags: how sure it seemed, when it was judged, that the order's own use was one beyond what its
 * campaign allows; in eighths of a bit from `LEAST_BEYOND` on, 0 when it was not judged.
 */
const BEYOND_AT = 13;
const LEAST_BEYOND = -30;
const MOST_KEPT = 1023;

/** Log odds, base 2, that the order's own use was beyond the limit, as it was judged when it came; null: it was not. */
export function beyondBits({ words }: EncodedOrder): number | null {
  const kept = words[AT.flags]! >>> BEYOND_AT;
  return kept === 0 ? null : kept / 8 + LEAST_BEYOND;
}

/** The order with what was made of its own use. */
export function withBeyond(order: EncodedOrder, bits: number | null): EncodedOrder {
  const words = order.words.slice();
  const kept = bits === null ? 0 : Math.round((bits - LEAST_BEYOND) * 8);
  const held = bits === null ? 0 : Math.min(MOST_KEPT, Math.max(1, kept));
  words[AT.flags] = (words[AT.flags]! & ((1 << BEYOND_AT) - 1)) | (held << BEYOND_AT);
  return { ...order, words };
}

/**
 * Values that are counted and looked up, by place in `keys`; 0 when the order has none. The first `BLOCKS` find candidates,
 * the first `PERSONAL` of them those that are often one person's or household's, the first `ACCOUNT` an account's.
 */
export const KEY = {
  email: 0,
  customer: 1,
  phone: 2,
  otherPhone: 3,
  card: 4,
  house: 5,
  billHouse: 6,
  ip: 7,
  personHere: 8,
  person: 9,
  stem: 10,
  domain: 11,
  area: 12,
  campaignHouse: 13,
  binProduct: 14,
  productLanding: 15,
  binLanding: 16,
  agentProduct: 17,
  rangeProduct: 18,
  site: 19,
  range: 20,
  bin: 21,
  product: 22,
  landing: 23,
  agent: 24,
  first: 25,
  last: 26,
  campaign: 27,
  campaignProduct: 28,
  campaignLanding: 29,
  campaignBin: 30,
  campaignAgent: 31,
  disposable: 32,
  guest: 33,
  phoneless: 34,
  elsewhere: 35,
  direct: 36,
} as const;

export const KEYS = 37;
export const BLOCKS = 19;
export const PERSONAL = 11;
export const ACCOUNT = 2;

/** Places of the keys that name the campaign: of every limited use another. */
export const CAMPAIGN_KEYS = [
  ...[KEY.campaignHouse, KEY.binProduct, KEY.productLanding, KEY.binLanding, KEY.agentProduct],
  ...[KEY.rangeProduct, KEY.campaign, KEY.campaignProduct, KEY.campaignLanding, KEY.campaignBin],
  KEY.campaignAgent,
];

/** One more limited use by an order. `keys`: those that name its campaign; all 0 where an earlier use of it has them. */
export type FurtherUse = { campaign: string; keys: Float64Array };

/**
 * One order as it is kept for comparison: nothing in it can be read without the shop's key.
 *
 * - `at`: when it was placed, in ms since 1970.
 * - `keys`: 52 bits each, to count and look up by.
 * - `campaign`: the once-a-customer campaign it redeemed (its id), or null; `further`: those of its other codes, and the
 *   same once more for each code that counts against the same limit.
 */
export type EncodedOrder = {
  id: string;
  at: number;
  words: Int32Array;
  keys: Float64Array;
  campaign: string | null;
  further: readonly FurtherUse[];
};

/** All values the order has, of all its uses. */
export function allKeys({ keys, further }: EncodedOrder): number[] {
  return [keys, ...further.map((use) => use.keys)].flatMap((each) =>
    [...each].filter((key) => key !== 0),
  );
}

/** Those of its further uses alone, at the first so many places. */
export function furtherKeys({ further }: EncodedOrder, places: number): readonly number[] {
  if (further.length === 0) return NONE;
  return further.flatMap(({ keys }) => [...keys.subarray(0, places)].filter((key) => key !== 0));
}

const NONE: readonly number[] = [];

/** How many uses of a campaign the order is. */
export function usesIn(order: EncodedOrder, campaign: string): number {
  const own = order.campaign === campaign ? 1 : 0;
  return order.further.length === 0
    ? own
    : own + order.further.filter((use) => use.campaign === campaign).length;
}

/** Those of these orders that are uses of a campaign, as `asUseOf`. */
export function usesAmong(orders: readonly EncodedOrder[], campaign: string): EncodedOrder[] {
  const uses: EncodedOrder[] = [];
  for (const order of orders) {
    const use = asUseOf(order, campaign);
    if (use) uses.push(use);
  }
  return uses;
}

/**
 * The order as it looks to whoever counts uses of this campaign; null when it is none. What was made of its own use says
 * nothing of a further one.
 */
export function asUseOf(order: EncodedOrder, campaign: string): EncodedOrder | null {
  if (order.campaign === campaign) return order;
  if (order.further.length === 0) return null;
  const use = order.further.find((each) => each.campaign === campaign);
  if (!use) return null;
  const keys = order.keys.slice();
  for (const place of CAMPAIGN_KEYS) keys[place] = use.keys[place]!;
  const further = order.further.filter((each) => each !== use);
  return { ...withBeyond(order, null), keys, campaign, further };
}

function layout<const Name extends string>(
  parts: readonly (readonly [Name, number])[],
): Record<Name | "end", number> {
  const places: Record<string, number> = {};
  let end = 0;
  for (const [name, width] of parts) {
    places[name] = end;
    end += width;
  }
  return { ...places, end } as Record<Name | "end", number>;
}
