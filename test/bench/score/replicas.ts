import { AT, KEY, type EncodedOrder } from "#app/domain/identity/encode/encoded-order.ts";

const KEY_RANGE = 2 ** 52;
/** Odd, and small enough that its multiples are exact. */
const KEY_STEP = 94_906_265_624_251;
const WORD_STEP = 0x9e3779b1;

/** What nobody shares with the people of another world, whatever it looks like. */
const OWN_KEYS = [
  ...[KEY.email, KEY.customer, KEY.phone, KEY.otherPhone, KEY.card, KEY.house, KEY.billHouse],
  ...[KEY.ip, KEY.personHere, KEY.campaignHouse],
];
const OWN_WORDS = [
  ...[AT.customer, AT.email, AT.spelling, AT.phone, AT.otherPhone, AT.house, AT.door],
  ...[AT.billHouse, AT.billDoor, AT.ip],
];
/** Encodings of letters stay: other people's names have as much in common as these have. */
const ENCODINGS = [
  AT.stemBits,
  AT.firstBits,
  AT.lastBits,
  AT.streetBits,
  AT.billStreetBits,
].flatMap((from) => [from, from + 1, from + 2, from + 3]);

/**
 * The same orders as other people's, in as many copies as are needed: what at least two worlds have by themselves (common
 * names, products, mail providers, phones' makers) is the same in every copy, and so as frequent as it is; all else is
 * that copy's own, and as rare as it is.
 */
export function replicator(
  worlds: readonly (readonly EncodedOrder[])[],
): (order: EncodedOrder, copy: number) => EncodedOrder {
  const keys = sharedOf(worlds, (order) => order.keys, OWN_KEYS);
  const words = sharedOf(worlds, (order) => order.words, OWN_WORDS);
  const kept = new Set<number>([AT.flags, ...ENCODINGS]);
  return (order, copy) => {
    if (copy === 0) return order;
    return {
      ...order,
      keys: order.keys.map((key, place) =>
        key === 0 || keys[place]!.has(key) ? key : ((key + copy * KEY_STEP) % KEY_RANGE) + 1,
      ),
      words: order.words.map((word, place) =>
        word === 0 || kept.has(place) || words[place]!.has(word)
          ? word
          : (word + Math.imul(copy, WORD_STEP)) | 0 || 1,
      ),
    };
  };
}

type Values = Float64Array | Int32Array;

/** Of each place the values that more than one world has. */
function sharedOf(
  worlds: readonly (readonly EncodedOrder[])[],
  of: (order: EncodedOrder) => Values,
  own: readonly number[],
): Set<number>[] {
  const places = of(worlds[0]![0]!).length;
  return Array.from({ length: places }, (_, place) => {
    const shared = new Set<number>();
    if (own.includes(place)) return shared;
    const seen = new Set<number>();
    for (const world of worlds) {
      const here = new Set(world.map((order) => of(order)[place]!));
      for (const value of here) (seen.has(value) ? shared : seen).add(value);
    }
    return shared;
  });
}
