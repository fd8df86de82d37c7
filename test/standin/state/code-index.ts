import type { HeldCode } from "./redeem-code.ts";

/**
 * The codes of a shop by what they are without regard to case (`foldCode`), each to the discount it belongs to. One
 * map serves the shop and its discounts: a million codes are not to be held twice.
 */
export class CodeIndex {
  readonly #entries = new Map<string, HeldCode | number>();

  get size(): number {
    return this.#entries.size;
  }

  /** The id of the discount that has this code. */
  get(folded: string): number | undefined {
    const entry = this.#entries.get(keyOf(folded));
    return typeof entry === "object" ? entry.holder?.discountId : entry;
  }

  has(folded: string): boolean {
    return this.#entries.has(keyOf(folded));
  }

  /** Takes a code for a discount without there being one: what another app holds. */
  set(folded: string, discountId: number): this {
    this.#entries.set(keyOf(folded), discountId);
    return this;
  }

  delete(folded: string): boolean {
    return this.#entries.delete(keyOf(folded));
  }

  codeOf(folded: string): HeldCode | undefined {
    const entry = this.#entries.get(keyOf(folded));
    return typeof entry === "object" ? entry : undefined;
  }

  /** `folded` is the code's own; a code in capitals is its own key, and takes no second string. */
  hold(folded: string, code: HeldCode): void {
    const key = keyOf(folded);
    this.#entries.set(key === code.code ? code.code : key, code);
  }

  *keys(): Generator<string> {
    for (const key of this.#entries.keys()) yield key.toLowerCase();
  }

  *values(): Generator<number> {
    for (const [, id] of this) yield id;
  }

  *[Symbol.iterator](): Generator<[string, number]> {
    for (const [key, entry] of this.#entries) {
      const id = typeof entry === "object" ? entry.holder?.discountId : entry;
      if (id !== undefined) yield [key.toLowerCase(), id];
    }
  }
}

/** Most codes are capitals without accents: folded back, the key is the very string the code is. */
function keyOf(folded: string): string {
  for (let at = 0; at < folded.length; at += 1) if (folded.charCodeAt(at) > 127) return folded;
  return folded.toUpperCase();
}
