import type { KnownOrder } from "./identity-index.ts";
import {
  countCluster,
  NEWEST_MOST,
  NO_ROW,
  postOrder,
  valueOf,
  type Value,
  type ValueCount,
  type ValueRow,
} from "./value-row.ts";
import { valueTable } from "./value-table.ts";

/** A value as it is now. `posted`: the orders that came since it was last taken to be written, newest first. */
export type ChangedValue = ValueCount & { key: number; posted: readonly string[] };

/** By key, oldest first. */
type Posted = Map<number, string[]>;

/**
 * The values in memory, and which of them were changed. Those that are new are to be written batch by batch; the others,
 * most of which come again and again, may wait for the end: what is in memory is not read from the database.
 */
export class HeldValues {
  readonly #table = valueTable();
  #opened: Posted = new Map();
  #recounted: Posted = new Map();

  get size(): number {
    return this.#table.size;
  }

  get(key: number): Value | undefined {
    return this.#table.get(key);
  }

  /** Takes in a value as it is stored; null: it is not. */
  load(key: number, row: ValueRow | null): void {
    if (!this.#table.get(key)) this.#table.set(key, valueOf(row ?? NO_ROW, row !== null));
  }

  /** Counts a cluster more, or one less, with the value. */
  count(key: number, at: number, by: 1 | -1): void {
    countCluster(this.#changed(key).value, at, by);
  }

  post(key: number, known: KnownOrder): void {
    const { value, posted } = this.#changed(key);
    postOrder(value, known);
    posted.push(known.order.id);
  }

  /** The changed values that are not stored, in the order of their keys; from now on they are. */
  takeOpened(): ChangedValue[] {
    const opened = this.#taken(this.#opened);
    for (const { key } of opened) this.#table.get(key)!.isStored = true;
    this.#opened = new Map();
    return opened;
  }

  /** The changed values that are stored, in the order of their keys. */
  takeRecounted(): ChangedValue[] {
    const recounted = this.#taken(this.#recounted);
    this.#recounted = new Map();
    return recounted;
  }

  #changed(key: number): { value: Value; posted: string[] } {
    const value = this.#table.get(key) ?? valueOf(NO_ROW, false);
    const changed = value.isStored ? this.#recounted : this.#opened;
    const known = changed.get(key);
    if (known) return { value, posted: known };
    this.#table.set(key, value);
    const posted: string[] = [];
    changed.set(key, posted);
    return { value, posted };
  }

  /** Rows are found side by side in the database when they are asked for by their keys in turn. */
  #taken(changed: Posted): ChangedValue[] {
    return [...Float64Array.from(changed.keys()).sort()].map((key) => {
      const { clusters, heat, heatAt }: ValueCount = this.#table.get(key)!;
      const posted = changed.get(key)!.slice(-NEWEST_MOST).reverse();
      return { key, clusters, heat, heatAt, posted };
    });
  }
}
