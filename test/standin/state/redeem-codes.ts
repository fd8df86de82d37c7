import { foldCode } from "../gid.ts";
import type { CodeIndex } from "./code-index.ts";
import type { HeldCode, RedeemCode } from "./redeem-code.ts";

/** Fewer removed ones than this are not worth moving the others for. */
const FEW = 1_000;

/** The codes of one discount, in the order of their ids: a page in the middle of a million costs what it holds. */
export class RedeemCodes {
  readonly discountId: number;
  readonly #index: CodeIndex;
  #list: HeldCode[] = [];
  #size = 0;
  #uses = 0;

  constructor(index: CodeIndex, discountId: number) {
    this.#index = index;
    this.discountId = discountId;
  }

  get size(): number {
    return this.#size;
  }

  /** Of all codes there are now. */
  get uses(): number {
    return this.#uses;
  }

  get(folded: string): RedeemCode | undefined {
    return this.#held(folded);
  }

  has(folded: string): boolean {
    return this.#held(folded) !== undefined;
  }

  byId(id: number): RedeemCode | undefined {
    const code = this.#list[this.#placeOf(id)];
    return code?.id === id && code.holder ? code : undefined;
  }

  /** Ids are given out ascending; a code that is in already is replaced. */
  add({ id, code, createdAt, usageCount }: RedeemCode): RedeemCode {
    const last = this.#list.at(-1);
    if (last && last.id >= id) throw new Error(`Code ${id} after ${last.id}`);
    const held: HeldCode = { id, code, createdAt, usageCount, holder: this };
    this.#list.push(held);
    this.#index.hold(foldCode(code), held);
    this.#size += 1;
    this.#uses += usageCount;
    return held;
  }

  /** False when it is none of this discount's. */
  remove({ code, id }: RedeemCode): boolean {
    const held = this.#held(foldCode(code));
    if (held?.id !== id) return false;
    this.#index.delete(foldCode(code));
    held.holder = undefined;
    this.#size -= 1;
    this.#uses -= held.usageCount;
    if (this.#list.length > 2 * this.#size + FEW) {
      this.#list = this.#list.filter(({ holder }) => holder !== undefined);
    }
    return true;
  }

  countUse(folded: string): void {
    const held = this.#held(folded);
    if (!held) return;
    held.usageCount += 1;
    this.#uses += 1;
  }

  values(): Generator<RedeemCode> {
    return this.after(undefined);
  }

  [Symbol.iterator](): Generator<RedeemCode> {
    return this.values();
  }

  /** Those behind an id, ascending. What is added or removed meanwhile does not disturb. */
  *after(id: number | undefined): Generator<RedeemCode> {
    let list = this.#list;
    let last = id ?? -1;
    for (let at = this.#placeOf(last + 1); at < list.length; at += 1) {
      const code = list[at];
      if (code?.holder) yield code;
      last = code?.id ?? last;
      if (list === this.#list) continue;
      list = this.#list;
      at = this.#placeOf(last + 1) - 1;
    }
  }

  /** Those before an id, descending. */
  *before(id: number | undefined): Generator<RedeemCode> {
    const list = this.#list;
    const end = id === undefined ? list.length : this.#placeOf(id);
    for (let at = end - 1; at >= 0; at -= 1) {
      const code = list[at];
      if (code?.holder) yield code;
    }
  }

  #held(folded: string): HeldCode | undefined {
    const code = this.#index.codeOf(folded);
    return code?.holder === this ? code : undefined;
  }

  /** Where an id is, or would be. */
  #placeOf(id: number): number {
    let low = 0;
    let high = this.#list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#list[middle]?.id ?? 0) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
