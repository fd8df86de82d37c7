const ROUNDS = 8;

/** How many numbers are reordered at a time. */
export const LANES = 8;

/** `LANES` numbers side by side, each in two halves: the left ones, then the right ones. */
export type Halves = Float64Array;

/** A secret reordering of all pairs of halves, in place. `backward` undoes `forward`. */
export type KeyedPermutation = {
  forward(halves: Halves): void;
  backward(halves: Halves): void;
};

export type PermutationOptions = {
  /** 16 secret bytes. */
  key: Uint8Array;
  /** Below 2^32; another one is another reordering. */
  tweak: number;
  /** Left halves are below this; at most 2^37. */
  leftSize: number;
  rightSize: number;
};

/**
 * A Feistel network: each round adds a keyed function of one half to the other, modulo that half's
 * size, which is undone by subtracting, so the whole is a permutation of exactly all pairs. The
 * keyed function is the Chaskey-12 permutation (Mouha et al.) between two additions of the 128-bit
 * key, of which 52 bits are used. Its rounds and these are the margin that keeps the next code from
 * being told by those seen: make them quicker, never fewer.
 */
export function keyedPermutation(options: PermutationOptions): KeyedPermutation {
  const { key, tweak, leftSize, rightSize } = options;
  if (key.length !== 16) throw new RangeError("A unique-code key has 16 bytes");
  const view = new DataView(key.buffer, key.byteOffset, key.byteLength);
  const words = Int32Array.from([0, 4, 8, 12], (at) => view.getInt32(at, true));
  words[2]! ^= tweak;
  const sizes = Float64Array.of(leftSize, rightSize, 1 / leftSize, 1 / rightSize);
  return {
    forward: (halves) => run(words, sizes, halves, 0, 1),
    backward: (halves) => run(words, sizes, halves, ROUNDS - 1, -1),
  };
}

/**
 * All rounds, from the first or back from the last. Plain numbers in typed arrays and two lanes at
 * once, because a million codes are a hundred million turns of the inner loop: a processor has room
 * for both, and no turn makes an object. More lanes after another within a round let it begin the
 * next two while it still takes the remainder of these.
 */
function run(
  words: Int32Array,
  sizes: Float64Array,
  halves: Halves,
  firstRound: number,
  direction: 1 | -1,
): void {
  const k0 = words[0]!;
  const k1 = words[1]!;
  const k2 = words[2]!;
  const k3 = words[3]!;
  for (let round = firstRound; round >= 0 && round < ROUNDS; round += direction) {
    const side = round & 1;
    const size = sizes[side]!;
    const share = sizes[side + 2]!;
    for (let lane = 0; lane < LANES; lane += 2) {
      const from = lane + LANES - LANES * side;
      const to = lane + LANES * side;
      const first = halves[from]!;
      const second = halves[from + 1]!;
      let a = k0 ^ first;
      let b = k1 ^ round;
      let c = k2;
      let d = k3 ^ upperBits(first);
      let e = k0 ^ second;
      let f = b;
      let g = k2;
      let h = k3 ^ upperBits(second);
      for (let i = 0; i < 12; i++) {
        a = (a + b) | 0;
        e = (e + f) | 0;
        b = ((b << 5) | (b >>> 27)) ^ a;
        f = ((f << 5) | (f >>> 27)) ^ e;
        a = (a << 16) | (a >>> 16);
        e = (e << 16) | (e >>> 16);
        c = (c + d) | 0;
        g = (g + h) | 0;
        d = ((d << 8) | (d >>> 24)) ^ c;
        h = ((h << 8) | (h >>> 24)) ^ g;
        a = (a + d) | 0;
        e = (e + h) | 0;
        d = ((d << 13) | (d >>> 19)) ^ a;
        h = ((h << 13) | (h >>> 19)) ^ e;
        c = (c + b) | 0;
        g = (g + f) | 0;
        b = ((b << 7) | (b >>> 25)) ^ c;
        f = ((f << 7) | (f >>> 25)) ^ g;
        c = (c << 16) | (c >>> 16);
        g = (g << 16) | (g >>> 16);
      }
      const mixedFirst = ((a ^ k0) >>> 0) * 0x100000 + ((b ^ k1) >>> 12);
      const mixedSecond = ((e ^ k0) >>> 0) * 0x100000 + ((f ^ k1) >>> 12);
      halves[to] = remainder(halves[to]! + direction * mixedFirst, size, share);
      halves[to + 1] = remainder(halves[to + 1]! + direction * mixedSecond, size, share);
    }
  }
}

/** What a 32-bit operation would cut off. */
function upperBits(value: number): number {
  return value < 0x100000000 ? 0 : Math.floor(value / 0x100000000);
}

/** `value` (within ±2^53) modulo `size`, without a slow division: the quotient is off by one at most. */
function remainder(value: number, size: number, share: number): number {
  const rest = value - Math.floor(value * share) * size;
  return rest < 0 ? rest + size : rest < size ? rest : rest - size;
}
