/*
 * HalfSipHash with 64 bits of output, written from its description with whole words as big integers: shares nothing
 * with what runs at the checkout.
 */
const MASK = 0xffffffffn;
const turned = (word: bigint, by: bigint): bigint => ((word << by) | (word >> (32n - by))) & MASK;
const word32 = (value: number): bigint => BigInt(value >>> 0);

/** Eight bytes in hexadecimal. */
export function naiveHalfSipHash(
  key: readonly [number, number],
  bytes: readonly number[],
  compression: number,
  finalisation: number,
): string {
  const [k0, k1] = [word32(key[0]), word32(key[1])];
  const v = [k0, k1 ^ 0xeen, 0x6c796765n ^ k0, 0x74656462n ^ k1] as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const rounds = (count: number) => {
    for (let i = 0; i < count; i++) {
      v[0] = (v[0] + v[1]) & MASK;
      v[1] = turned(v[1], 5n) ^ v[0];
      v[0] = turned(v[0], 16n);
      v[2] = (v[2] + v[3]) & MASK;
      v[3] = turned(v[3], 8n) ^ v[2];
      v[0] = (v[0] + v[3]) & MASK;
      v[3] = turned(v[3], 7n) ^ v[0];
      v[2] = (v[2] + v[1]) & MASK;
      v[1] = turned(v[1], 13n) ^ v[2];
      v[2] = turned(v[2], 16n);
    }
  };
  const padded = [...bytes];
  while (padded.length % 4 !== 3) padded.push(0);
  padded.push(bytes.length & 255);
  for (let at = 0; at < padded.length; at += 4) {
    const block = padded
      .slice(at, at + 4)
      .reduce((sum, byte, i) => sum + (BigInt(byte) << BigInt(8 * i)), 0n);
    v[3] ^= block;
    rounds(compression);
    v[0] ^= block;
  }
  v[2] ^= 0xeen;
  rounds(finalisation);
  const low = v[1] ^ v[3];
  v[1] ^= 0xddn;
  rounds(finalisation);
  const high = v[1] ^ v[3];
  const out = Buffer.alloc(8);
  out.writeUInt32LE(Number(low), 0);
  out.writeUInt32LE(Number(high), 4);
  return out.toString("hex");
}
