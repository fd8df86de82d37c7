/** Reads the binary format of WebAssembly from front to back. Numbers are LEB128. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Error("WebAssembly ended in the middle of something");
    return byte;
  }

  unsigned(): number {
    let value = 0;
    for (let weight = 1; ; weight *= 128) {
      const byte = this.byte();
      value += (byte & 127) * weight;
      if (byte < 128) return value;
    }
  }

  skip(count: number): void {
    this.at += count;
  }

  /** Any LEB128 number, signed or not, of which only the length matters. */
  skipNumber(): void {
    while (this.byte() >= 128);
  }

  skipNumbers(count: number): void {
    for (let i = 0; i < count; i++) this.skipNumber();
  }
}

export function unsignedBytes(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const more = rest > 127;
    bytes.push((rest % 128) + (more ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return bytes;
}

/** For numbers from 0: a further byte wherever the sign bit of the last would be set. */
export function signedBytes(value: number): number[] {
  const bytes = unsignedBytes(value);
  const last = bytes[bytes.length - 1]!;
  return last < 64 ? bytes : [...bytes.slice(0, -1), last + 128, 0];
}

export function joined(chunks: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
